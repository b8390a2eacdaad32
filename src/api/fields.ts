import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCivilDate } from '../domain/kernel/civil-date.js';
import { isIban } from '../domain/kernel/iban.js';
import { isRna, isSiret } from '../domain/kernel/identifiers.js';

interface Common {
  readonly description: string;
  readonly optional?: boolean;
}

const compact = (value: string) => value.replace(/[\s\u00a0\u202f]/g, '').toUpperCase();
const property = ({ description, optional }: Common, schema: object) =>
  optional
    ? applyDecorators(IsOptional(), ApiPropertyOptional({ description, ...schema }))
    : applyDecorators(ApiProperty({ description, ...schema }));

function checked(name: string, isValid: (text: string) => boolean, message: string): PropertyDecorator {
  return ValidateBy(
    { name, validator: { validate: value => typeof value === 'string' && isValid(value) } },
    { message },
  );
}

const EUROS = Symbol('euros');

/** The names of the fields of a description that are amounts: told in euros, kept in cents. */
export function eurosFields(target: object): readonly string[] {
  return (Reflect.getMetadata(EUROS, target) as readonly string[] | undefined) ?? [];
}

/** An amount in euros, « 35000.00 »: positive, two decimals at most. */
export function Euros(of: Common & { readonly example: string }): PropertyDecorator {
  const amount = checked(
    'euros',
    text => /^\d{1,13}(?:[.,]\d{1,2})?$/.test(compact(text)),
    'Le montant doit être positif, en euros, avec deux décimales au plus (« 35000.00 »).',
  );
  return (target, key) => {
    Reflect.defineMetadata(EUROS, [...eurosFields(target), String(key)], target);
    property(of, { type: String, example: of.example })(target, key);
    amount(target, key);
  };
}

export function CivilDay(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, format: 'date', example: of.example }),
    checked('civilDay', isCivilDate, "Cette date n'existe pas (AAAA-MM-JJ)."),
  );
}

export function SiretField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }),
    checked('siret', text => isSiret(compact(text)), 'Le SIRET compte 14 chiffres et sa clé doit être juste.'),
  );
}

export function RnaField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }),
    checked('rna', text => isRna(compact(text)), 'Le numéro RNA commence par W, suivi de neuf caractères.'),
  );
}

export function IbanField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }),
    checked('iban', text => isIban(compact(text)), "L'IBAN est mal formé ou sa clé est fausse."),
  );
}

/** A name on one line: no markup. */
export function Name(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, minLength: 1, maxLength: 200, example: of.example }),
    checked(
      'name',
      text => text.trim() !== '' && text.length <= 200 && !/[<>\p{Cc}]/u.test(text),
      'Un nom est requis, de 200 caractères au plus et sans balises.',
    ),
  );
}

/** A telephone number as people write it: digits, blanks, dots, a plus first. */
export function Phone(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, minLength: 6, maxLength: 25, example: of.example }),
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
    property(of, { type: String, format: 'email', maxLength: 254, example: of.example }),
    IsEmail({}, { message: 'Une adresse électronique est attendue.' }),
    MaxLength(254, { message: 'Une adresse compte au plus 254 caractères.' }),
  );
}

/** SIRET of several bodies. */
export function SiretList(of: Common & { readonly example: readonly string[] }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: 'array', items: { type: 'string' }, maxItems: 100, example: of.example }),
    IsArray({ message: 'Une liste est attendue.' }),
    ArrayMaxSize(100, { message: 'Au plus 100 organismes.' }),
    ValidateBy(
      { name: 'siret', validator: { validate: value => typeof value === 'string' && isSiret(compact(value)) } },
      { each: true, message: 'Le SIRET compte 14 chiffres et sa clé doit être juste.' },
    ),
  );
}

/** Free text, kept beside the journal. */
export function Prose(of: Common & { readonly example: string; readonly longest?: number }): PropertyDecorator {
  const longest = of.longest ?? 4000;
  return applyDecorators(
    property(of, { type: String, minLength: 1, maxLength: longest, example: of.example }),
    IsString({ message: 'Un texte est attendu.' }),
    MinLength(1, { message: 'Un texte est requis.' }),
    MaxLength(longest, { message: `Le texte compte au plus ${longest} caractères.` }),
  );
}

/** A code of the house: small letters, digits and hyphens. */
export function Code(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, pattern: '^[a-z0-9-]{1,40}$', example: of.example }),
    Matches(/^[a-z0-9-]{1,40}$/, { message: 'Un code compte de 1 à 40 lettres minuscules, chiffres ou tirets.' }),
  );
}

/** A JSON pointer to a field. */
export function Pointer(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, pattern: '^(/[\\w-]{1,40}){1,6}$', example: of.example }),
    Matches(/^(\/[\w-]{1,40}){1,6}$/, { message: 'Un champ se désigne par un pointeur, par exemple « /document ».' }),
  );
}

/** What an act bears on, in one word: an award, a line of its schedule, a report, a post. */
export function SubjectKey(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, maxLength: 80, example: of.example }),
    Matches(/^[0-9a-z-]{1,40}(?:\/[0-9a-z-]{1,40}){0,2}$/, { message: 'Le sujet est mal formé.' }),
  );
}

/** A reference written by another software: number of a délibération, of a mandat, of a receipt. */
export function Reference(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, pattern: '^[0-9A-Za-z_./-]{1,40}$', example: of.example }),
    Matches(/^[0-9A-Za-z_./-]{1,40}$/, { message: 'Une référence compte de 1 à 40 lettres, chiffres ou « _ . / - ».' }),
  );
}

export function Fingerprint(of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, pattern: '^[0-9a-f]{64}$', example: 'a'.repeat(64) }),
    Matches(/^[0-9a-f]{64}$/, { message: 'Une empreinte SHA-256 compte 64 chiffres hexadécimaux.' }),
  );
}

export function Count(
  of: Common & { readonly least?: number; readonly most?: number; readonly example: number },
): PropertyDecorator {
  const { least = 0, most = 100_000 } = of;
  return applyDecorators(
    property(of, { type: 'integer', minimum: least, maximum: most, example: of.example }),
    IsInt({ message: 'Un nombre entier est attendu.' }),
    Min(least, { message: `Le nombre est d'au moins ${least}.` }),
    Max(most, { message: `Le nombre est d'au plus ${most}.` }),
  );
}

export function Flag(of: Common & { readonly example: boolean }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: Boolean, example: of.example }),
    IsBoolean({ message: 'Oui ou non : true ou false.' }),
  );
}

export function OneOf(values: readonly string[], of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, enum: values, example: values[0] }),
    IsIn([...values], { message: `Valeurs admises : ${values.join(', ')}.` }),
  );
}

export function Id(of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, format: 'uuid', example: '0190a0aa-0000-7000-8000-000000000001' }),
    IsUUID('all', { message: "L'identifiant est mal formé." }),
  );
}

/** A list of codes, each matching a pattern. */
export function Codes(
  of: Common & { readonly pattern: RegExp; readonly example: readonly string[]; readonly mayBeEmpty?: boolean },
): PropertyDecorator {
  return applyDecorators(
    property(of, { type: [String], example: of.example }),
    IsArray({ message: 'Une liste est attendue.' }),
    ...(of.mayBeEmpty ? [] : [ArrayNotEmpty({ message: 'La liste ne peut être vide.' })]),
    ArrayMaxSize(50, { message: 'La liste compte au plus 50 éléments.' }),
    Matches(of.pattern, { each: true, message: 'Un code de la liste est mal formé.' }),
  );
}

/** A list of descriptions nested in another. Swagger knows a lazy type by the name `type` of its function. */
export function NestedList(
  type: () => new () => object,
  of: Common & { readonly most?: number; readonly example: readonly object[] },
): PropertyDecorator {
  const { most = 60 } = of;
  return applyDecorators(
    property(of, { type: () => type(), isArray: true, example: of.example }),
    Type(type),
    IsArray({ message: 'Une liste est attendue.' }),
    ArrayNotEmpty({ message: 'La liste ne peut être vide.' }),
    ArrayMaxSize(most, { message: `La liste compte au plus ${most} éléments.` }),
    ValidateNested({ each: true, message: 'Chaque élément de la liste est un objet.' }),
  );
}

/** A whole number, or null for « non renseigné ». */
export function CountOrNull(of: Common & { readonly example: number }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description: of.description, type: 'integer', nullable: true, minimum: 0, example: of.example }),
    ValidateBy(
      {
        name: 'countOrNull',
        validator: { validate: value => value === null || (Number.isSafeInteger(value) && (value as number) >= 0) },
      },
      { message: 'Un nombre entier, ou null pour « non renseigné ».' },
    ),
  );
}

/** A description nested in another. */
export function Nested(type: () => new () => object, of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: () => type() }),
    Type(type),
    ValidateBy(
      { name: 'object', validator: { validate: value => typeof value === 'object' && value !== null } },
      { message: 'Un objet est attendu.' },
    ),
    ValidateNested(),
  );
}
