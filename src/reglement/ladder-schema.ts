import { z } from 'zod';
import {
  CHANNELS,
  RUNG_RECIPIENTS,
  RUNG_UNITS,
  type Ladder,
  type LadderSet,
  type Rung,
} from '../domain/reglement/ladder.js';
import { dayOfYear, integerFrom, text } from './fields.js';

/** `by-hand` begins the names of what is asked by hand, `point-` those of what is recalled each month. */
const rungId = text.regex(/^(?!by-hand|point-)[a-z][a-z0-9+-]*$/, {
  error: ({ input }) => `« ${input} » n'est pas un nom d'échelon (j-15, jo+3)`,
});

const rung = z.strictObject({
  id: rungId.describe('Le nom que les journaux gardent : il ne change plus'),
  offset: z.int().describe("Jours depuis l'échéance, avant elle si le nombre est négatif"),
  unit: z.enum(RUNG_UNITS),
  recipients: z.array(z.enum(RUNG_RECIPIENTS)).min(1),
  template: text.describe('Un modèle de data/mails, par son nom'),
  channel: z.enum(CHANNELS),
}) satisfies z.ZodType<Rung>;

const ladder = z.strictObject({
  rungs: z.array(rung).min(1),
  coolDownDays: integerFrom(0).describe("Jours pendant lesquels on n'écrit pas de nouveau à la même personne"),
  most: integerFrom(1).describe("Messages qu'une personne reçoit au plus pour une échéance"),
  quiet: z.array(z.strictObject({ from: dayOfYear, to: dayOfYear })).describe('Jours sans envoi, bornes comprises'),
  goesOnWith: text.nullable().describe("L'échelle qui suit le dernier échelon"),
}) satisfies z.ZodType<Ladder>;

/** Ladders by their names. That they can be climbed, and lack none, is checked after they are read. */
export const ladders = z.record(z.string(), ladder);

/** A set of ladders as its file writes it. */
export const ladderSetSchema = z.strictObject({ id: text, label: text, ladders }) satisfies z.ZodType<LadderSet>;
