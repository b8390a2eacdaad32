import type { Adapter, AdapterPayload } from 'oidc-provider';

const never = (): Promise<undefined> => Promise.resolve(undefined);

/** What the embedded provider remembers: in memory, since its tokens carry all that is needed to check them. */
export class ForgetfulAdapter implements Adapter {
  private readonly kept = new Map<string, AdapterPayload>();

  async upsert(id: string, payload: AdapterPayload): Promise<undefined> {
    this.kept.set(id, payload);
    return undefined;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.kept.get(id);
  }

  async destroy(id: string): Promise<undefined> {
    this.kept.delete(id);
    return undefined;
  }

  readonly findByUserCode = never;
  readonly findByUid = never;
  readonly consume = never;
  readonly revokeByGrantId = never;
}
