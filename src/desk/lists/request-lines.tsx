import { civilDate, type CivilDate } from '../../domain/kernel/civil-date.js';
import type { RequestAnswer } from '../../obligations/desk-answers.js';
import { Quote } from '../kit/layout.js';
import { Rows } from '../kit/lists.js';
import { ShortDay, Under } from '../kit/words.js';

interface RequestLinesProps {
  readonly requests: readonly RequestAnswer[];
  readonly today: CivilDate;
}

/** Where a request is decided: at what is owed, at the award, or at the pôle. */
const placeOf = ({ pole, obligation, award }: RequestAnswer): string => {
  if (obligation !== null) return `/poles/${pole.id}/echeances/${obligation}`;
  return award === null ? `/poles/${pole.id}` : `/poles/${pole.id}/attributions#attribution-${award}`;
};

/** What is asked, by whom, why and until when. */
export function RequestLines({ requests, today }: RequestLinesProps) {
  return (
    <Rows>
      {requests.map(request => {
        const { label, pole, body, by, reason, until, on } = request;
        return (
          <div key={placeOf(request) + label}>
            <a href={placeOf(request)}>{label}</a>
            <Under>
              {pole.name}
              {(body?.name ?? by?.name) && <> · {body?.name ?? by?.name}</>}
              {on !== null && (
                <>
                  {' '}
                  · demandé le <ShortDay date={civilDate(on)} today={today} />
                </>
              )}
              {until !== null && (
                <>
                  {' '}
                  · jusqu’au <ShortDay date={civilDate(until)} today={today} />
                </>
              )}
            </Under>
            {reason !== null && <Quote>{reason}</Quote>}
          </div>
        );
      })}
    </Rows>
  );
}
