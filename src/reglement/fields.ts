import { z } from 'zod';
import { parseEuros } from '../domain/kernel/cents.js';
import { isCivilDate } from '../domain/kernel/civil-date.js';

/** A text that says something. */
export const text = z.string().min(1, { abort: true });

/** A civil day, `AAAA-MM-JJ`. Refuses the days that do not exist. */
const day = text
  .meta({ format: 'date' })
  .refine(isCivilDate, { error: ({ input }) => `« ${input} » n'est pas une date qui existe (AAAA-MM-JJ)` });

/** A day of each year, `MM-JJ`, the 29th of February apart. */
export const dayOfYear = text
  .meta({ pattern: String.raw`^\d{2}-\d{2}$` })
  .refine(given => isCivilDate(`2001-${given}`), {
    error: ({ input }) => `« ${input} » n'est pas un jour de l'année (MM-JJ)`,
  });

/** An amount in euros, written with a dot and two decimals at most; read in cents. */
export const euros = text
  .regex(/^\d{1,13}(\.\d{1,2})?$/, 'le montant doit être positif, en euros, avec deux décimales au plus (35000.00)')
  .transform(parseEuros);

export const integerFrom = (least: number) => z.int().min(least);

/** The days between which a text is in force, both included; no end while it lasts. */
export const inForce = z.strictObject({ from: day, to: day.nullable() });

const lengthShape = {
  length: integerFrom(1),
  unit: z.enum(['days', 'workingDays', 'months', 'years']),
  startDayCounted: z.boolean().describe('Si le jour du départ compte'),
  rollOver: z.boolean().describe('Si une échéance chômée est reportée au jour ouvré suivant'),
};

/** A term of the règlement. */
export const term = z.strictObject({
  ...lengthShape,
  source: text.describe('La phrase qui dit de quel texte vient le délai'),
  askedByLaw: z.boolean().describe('Si la loi demande ce qui est dû : le délai peut être reporté, jamais levé'),
});

const legalShape = {
  id: text,
  reference: text.describe('La référence dont vient la règle, par son identifiant dans references.json'),
  inForce,
};

/** What the law sets: a delay, or an amount. */
export const legalDelay = z.strictObject({
  ...legalShape,
  ...lengthShape,
  frank: z.boolean().describe('Si ni le premier ni le dernier jour ne comptent : un jour de plus'),
  startEvent: text,
});
export const threshold = z.strictObject({ ...legalShape, amount: euros });

/** A reference of the law, one text after another. */
export const reference = z.strictObject({
  id: text,
  versions: z
    .array(
      z.strictObject({
        text: text.describe('La référence, comme une personne la lit'),
        from: day.describe('Le premier jour où elle se lit ainsi'),
        to: day.nullable().describe('Le dernier, compris ; null tant que le texte dure'),
      }),
    )
    .min(1)
    .describe('Dans leur ordre, sans jour vide ni commun'),
});
