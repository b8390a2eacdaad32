import { applyDecorators } from '@nestjs/common';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { isEuros } from '../domain/kernel/cents.js';
import { isCivilDate } from '../domain/kernel/civil-date.js';
import { compact, hasControls, isVisible, onOneLine, tidied } from '../domain/kernel/text.js';
import type { Labels } from '../domain/dossier/vocabulary.js';
import { checked, FieldMark, property, readAs } from './field-kit.js';
import type { Common } from './field-shape.js';

const lower = (text: string) => compact(text).toLowerCase();

/** The fields that are amounts: told in euros, kept in cents. */
export const AMOUNTS = new FieldMark('amounts');
/** The fields that are days to come, which are likely or a slip. */
export const DAYS_TO_COME = new FieldMark('days to come');

/** An amount in euros, « 35000.00 »: positive, two decimals at most; blanks stand between thousands only. */
export function Euros(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    AMOUNTS.mark,
    property(of, { type: String, example: of.example }, { kind: 'euros' }),
    checked(
      'euros',
      isEuros,
      'Le montant doit être positif, en euros, avec deux décimales au plus ; les espaces n’y séparent que des milliers (« 35000.00 », « 35 000,00 »).',
    ),
  );
}

/** A civil day; one that may come is looked at for its likelihood, when the pipe knows which day it is. */
export function CivilDay(of: Common & { readonly example: string; readonly ofFact?: boolean }): PropertyDecorator {
  return applyDecorators(
    ...(of.ofFact ? [] : [DAYS_TO_COME.mark]),
    property(of, { type: String, format: 'date', example: of.example }, { kind: 'date', ofFact: of.ofFact ?? false }),
    readAs(tidied),
    checked('civilDay', isCivilDate, "Cette date n'existe pas (AAAA-MM-JJ)."),
  );
}

/** A name on one line: no markup, and something to read. */
export function Name(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, minLength: 1, maxLength: 200, example: of.example }, { kind: 'name', longest: 200 }),
    readAs(onOneLine),
    checked(
      'name',
      text => isVisible(text) && text.length <= 200 && !/[<>\p{Cc}]/u.test(text),
      'Un nom lisible est requis, de 200 caractères au plus et sans balises.',
    ),
  );
}

/** A telephone number as people write it: digits, blanks, dots, a plus first. */
export function Phone(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, minLength: 6, maxLength: 25, example: of.example }, { kind: 'phone' }),
    checked(
      'phone',
      text => text.length <= 25 && /^\+?\d(?:[ .-]?\d){5,14}$/.test(text),
      'Un numéro de téléphone s’écrit en chiffres, « + » devant l’indicatif d’un pays.',
    ),
  );
}

/** An address that mail can be sent to. */
export function Email(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, format: 'email', maxLength: 254, example: of.example }, { kind: 'email' }),
    readAs(tidied),
    IsEmail({}, { message: 'Une adresse électronique est attendue.' }),
    MaxLength(254, { message: 'Une adresse compte au plus 254 caractères.' }),
  );
}

interface ProseField extends Common {
  readonly example: string;
  readonly longest?: number;
  /** Not a character of it is changed: its digest is known elsewhere. */
  readonly asWritten?: boolean;
}

/** Free text, kept beside the journal. */
export function Prose(of: ProseField): PropertyDecorator {
  const longest = of.longest ?? 4000;
  return applyDecorators(
    property(of, { type: String, minLength: 1, maxLength: longest, example: of.example }, { kind: 'prose', longest }),
    ...(of.asWritten ? [] : [readAs(tidied)]),
    checked(
      'prose',
      text => isVisible(text) && text.length <= longest && !hasControls(text),
      `Un texte lisible est requis, de ${longest} caractères au plus et sans caractères de commande.`,
    ),
  );
}

/** A text that another software wrote, read by the house and never shown as it came. */
export function SourceText(of: Common & { readonly example: string; readonly longest: number }): PropertyDecorator {
  const { longest } = of;
  return applyDecorators(
    property(of, { type: String, minLength: 1, maxLength: longest, example: of.example }, { kind: 'source', longest }),
    checked(
      'source',
      text => text !== '' && text.length <= longest,
      `Un texte est requis, de ${longest} caractères au plus.`,
    ),
  );
}

/** A code of the house: small letters, digits and hyphens. */
export function Code(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, pattern: '^[a-z0-9-]{1,40}$', example: of.example }, { kind: 'code', longest: 40 }),
    readAs(tidied),
    Matches(/^[a-z0-9-]{1,40}$/, { message: 'Un code compte de 1 à 40 lettres minuscules, chiffres ou tirets.' }),
  );
}

/** A JSON pointer to a field. */
export function Pointer(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(
      of,
      { type: String, pattern: '^(/[\\w-]{1,40}){1,6}$', example: of.example },
      { kind: 'pointer', longest: 246 },
    ),
    readAs(tidied),
    Matches(/^(\/[\w-]{1,40}){1,6}$/, { message: 'Un champ se désigne par un pointeur, par exemple « /document ».' }),
  );
}

/** What an act bears on, in one word: an award, a line of its schedule, a report, a post. */
export function SubjectKey(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, maxLength: 80, example: of.example }, { kind: 'subject', longest: 80 }),
    readAs(tidied),
    Matches(/^[0-9a-z-]{1,40}(?:\/[0-9a-z-]{1,40}){0,2}$/, { message: 'Le sujet est mal formé.' }),
  );
}

/** A reference written by another software: number of a délibération, of a mandat, of a receipt. */
export function Reference(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(
      of,
      { type: String, pattern: '^[0-9A-Za-z_./-]{1,40}$', example: of.example },
      { kind: 'reference', longest: 40 },
    ),
    readAs(tidied),
    Matches(/^[0-9A-Za-z_./-]{1,40}$/, { message: 'Une référence compte de 1 à 40 lettres, chiffres ou « _ . / - ».' }),
  );
}

export function Fingerprint(of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, pattern: '^[0-9a-f]{64}$', example: 'a'.repeat(64) }, { kind: 'fingerprint' }),
    readAs(lower),
    Matches(/^[0-9a-f]{64}$/, { message: 'Une empreinte SHA-256 compte 64 chiffres hexadécimaux.' }),
  );
}

/** A file that goes with what is said, when there is one. */
export const Attachment = (label: string): PropertyDecorator =>
  Fingerprint({ label, description: 'SHA-256 du fichier déposé', hint: '', optional: true });

export function Count(
  of: Common & { readonly least?: number; readonly most?: number; readonly example: number },
): PropertyDecorator {
  const { least = 0, most = 100_000 } = of;
  return applyDecorators(
    property(
      of,
      { type: 'integer', minimum: least, maximum: most, example: of.example },
      { kind: 'count', least, most, orUnknown: false },
    ),
    IsInt({ message: 'Un nombre entier est attendu.' }),
    Min(least, { message: `Le nombre est d'au moins ${least}.` }),
    Max(most, { message: `Le nombre est d'au plus ${most}.` }),
  );
}

export function Flag(of: Common & { readonly example: boolean }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: Boolean, example: of.example }, { kind: 'flag' }),
    IsBoolean({ message: 'Oui ou non : true ou false.' }),
  );
}

/** One of some codes, each with what it is called in French, in the order in which they are offered. */
export function OneOf(labels: Labels, of: Common): PropertyDecorator {
  const values = Object.keys(labels);
  return applyDecorators(
    property(
      of,
      { type: String, enum: values, 'x-enum-labels': labels, example: values[0] },
      { kind: 'choice', labels },
    ),
    IsIn(values, { message: `Valeurs admises : ${values.join(', ')}.` }),
  );
}

export function Id(of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, format: 'uuid', example: '0190a0aa-0000-7000-8000-000000000001' }, { kind: 'id' }),
    readAs(lower),
    IsUUID('all', { message: "L'identifiant est mal formé." }),
  );
}

/** A list of codes, each matching a pattern. */
export function Codes(
  of: Common & { readonly pattern: RegExp; readonly example: readonly string[]; readonly mayBeEmpty?: boolean },
): PropertyDecorator {
  return applyDecorators(
    property(of, { type: [String], example: of.example }, { kind: 'codes' }),
    IsArray({ message: 'Une liste est attendue.' }),
    ...(of.mayBeEmpty ? [] : [ArrayNotEmpty({ message: 'La liste ne peut être vide.' })]),
    ArrayMaxSize(50, { message: 'La liste compte au plus 50 éléments.' }),
    Matches(of.pattern, { each: true, message: 'Un code de la liste est mal formé.' }),
  );
}

/** A whole number, or null for « non renseigné ». */
export function CountOrNull(of: Common & { readonly example: number }): PropertyDecorator {
  return applyDecorators(
    property(
      of,
      { type: 'integer', nullable: true, minimum: 0, example: of.example },
      { kind: 'count', least: 0, most: Number.MAX_SAFE_INTEGER, orUnknown: true },
    ),
    ValidateBy(
      {
        name: 'countOrNull',
        validator: { validate: value => value === null || (Number.isSafeInteger(value) && (value as number) >= 0) },
      },
      { message: 'Un nombre entier, ou null pour « non renseigné ».' },
    ),
  );
}
