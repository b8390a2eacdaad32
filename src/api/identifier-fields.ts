import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { isRna, isSiret } from '../domain/kernel/identifiers.js';
import { compact } from '../domain/kernel/text.js';
import { checked, property, readAs } from './field-kit.js';
import type { Common } from './field-shape.js';

const WRONG_SIRET = 'Le SIRET compte 14 chiffres et sa clé doit être juste.';
const upper = (text: string) => compact(text).toUpperCase();

export function SiretField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }, { kind: 'siret' }),
    readAs(compact),
    checked('siret', isSiret, WRONG_SIRET),
  );
}

/** A body or a pays in whose name someone acts: a SIRET, or the two digits of a pays. */
export function RepresentedField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }, { kind: 'represented' }),
    readAs(compact),
    checked(
      'represented',
      text => /^\d{2}$/.test(text) || isSiret(text),
      'Un SIRET, ou le code d’un pays (deux chiffres), est attendu.',
    ),
  );
}

export function RnaField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }, { kind: 'rna' }),
    readAs(upper),
    checked('rna', isRna, 'Le numéro RNA commence par W, suivi de neuf caractères.'),
  );
}

/** An account: its length and shape in its country, its key, and the key of the RIB within it in France. */
export function IbanField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }, { kind: 'iban' }),
    readAs(upper),
    checked('iban', text => isValidIBAN(text), "L'IBAN est mal formé pour son pays, ou l'une de ses clés est fausse."),
  );
}

/** A bank, in a country that exists. */
export function BicField(of: Common & { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: String, example: of.example }, { kind: 'bic' }),
    readAs(upper),
    checked(
      'bic',
      text => isValidBIC(text),
      'Le BIC compte 8 ou 11 caractères, dont son pays aux cinquième et sixième.',
    ),
  );
}

/** SIRET of several bodies. */
export function SiretList(of: Common & { readonly example: readonly string[] }): PropertyDecorator {
  return applyDecorators(
    property(of, { type: 'array', items: { type: 'string' }, maxItems: 100, example: of.example }, { kind: 'sirets' }),
    IsArray({ message: 'Une liste est attendue.' }),
    ArrayMaxSize(100, { message: 'Au plus 100 organismes.' }),
    readAs(compact),
    checked('siret', isSiret, WRONG_SIRET, { each: true }),
  );
}
