import { SetMetadata } from '@nestjs/common';

/** By what a route says that it takes files. */
export const TAKES_FILES = Symbol('takes files');

/** Says that a route takes files (multipart/form-data): it reads its body itself, with `readParts`. */
export const TakesFiles = (): MethodDecorator => SetMetadata(TAKES_FILES, true);
