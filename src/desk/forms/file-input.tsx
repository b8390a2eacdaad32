import type { DepositedFile } from '../../database/document-reads.js';
import { ACCEPTED } from '../../files/media.js';
import { Files } from '../kit/files.js';
import { sentFile } from '../kit/sent-file.js';
import { Hidden, type InputProps } from './inputs.js';
import { partId } from './ids.js';
import { trimmed } from './posted.js';

/** The button by which a file that was deposited is taken off a form. */
export const REMOVED = '_remove';

interface FileInputProps extends InputProps {
  readonly files: ReadonlyMap<string, DepositedFile>;
  readonly poleId: string;
}

/** A file to choose; above it the one that was deposited, which stays unless it is taken off or another is chosen. */
export function FileInput({ files, poleId, ...props }: FileInputProps) {
  const hash = trimmed(props.posted, props.name);
  const file = files.get(hash);
  return (
    <>
      {file && (
        <>
          <Files files={[{ ...sentFile(file, poleId), removal: { name: REMOVED, value: props.name } }]} />
          <Hidden name={props.name} value={hash} />
        </>
      )}
      <input
        class="govuk-file-upload"
        id={partId(props.name)}
        name={props.name}
        type="file"
        accept={ACCEPTED}
        {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
        {...(props.invalid ? { 'aria-invalid': 'true' as const } : {})}
      />
    </>
  );
}
