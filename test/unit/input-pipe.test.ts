import { describe, expect, it } from '@jest/globals';
import { ActBody } from '../../src/api/body.js';
import { InputPipe } from '../../src/api/input-pipe.js';

const pipe = new InputPipe();
const body = (value: unknown) => pipe.transform(value, { type: 'body', metatype: ActBody });

describe('what is sent to a route', () => {
  it('is an instance of the class that describes it', async () => {
    expect(await body({ date: '2026-03-14' })).toEqual(Object.assign(new ActBody(), { date: '2026-03-14' }));
  });

  it('is refused with a pointer to each fault, of which a field that nobody described', async () => {
    await expect(body({ date: 'hier', secret: 1 })).rejects.toMatchObject({
      body: {
        status: 422,
        errors: [
          { code: 'unknown-field', pointer: '/secret' },
          { code: 'invalid-field', pointer: '/date' },
        ],
      },
    });
  });

  it.each([[undefined], [null], ['texte'], [[]]])('is an object: %j is not', async value => {
    await expect(body(value)).rejects.toMatchObject({ body: { status: 400 } });
  });

  it('never passes unchecked where no class describes it', async () => {
    await expect(pipe.transform({}, { type: 'body', metatype: Object })).rejects.toThrow(/nulle classe/);
  });

  it('is left as it came where it is a part of the address', async () => {
    expect(await pipe.transform(['a', 'b'], { type: 'query', data: 'pole', metatype: String })).toEqual(['a', 'b']);
  });
});
