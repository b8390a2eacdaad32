import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, ValidateBy, ValidateNested } from 'class-validator';
import { property } from './field-kit.js';
import type { Common, DescriptionClass } from './field-shape.js';

/** A list of descriptions nested in another. Swagger knows a lazy type by the name `type` of its function. */
export function NestedList(
  type: () => DescriptionClass,
  of: Common & { readonly most?: number; readonly keyedBy?: string; readonly example: readonly object[] },
): PropertyDecorator {
  const { most = 60, keyedBy } = of;
  return applyDecorators(
    property(
      of,
      { type: () => type(), isArray: true, example: of.example },
      { kind: 'list', type, most, ...(keyedBy === undefined ? {} : { keyedBy }) },
    ),
    Type(type),
    IsArray({ message: 'Une liste est attendue.' }),
    ArrayNotEmpty({ message: 'La liste ne peut être vide.' }),
    ArrayMaxSize(most, { message: `La liste compte au plus ${most} éléments.` }),
    ValidateNested({ each: true, message: 'Chaque élément de la liste est un objet.' }),
  );
}

const isPlainObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A description nested in another. */
export function Nested(type: () => DescriptionClass, of: Common): PropertyDecorator {
  return applyDecorators(
    property(of, { type: () => type() }, { kind: 'group', type }),
    Type(type),
    ValidateBy(
      { name: 'object', validator: { validate: value => isPlainObject(value) } },
      { message: 'Un objet est attendu.' },
    ),
    ValidateNested(),
  );
}
