import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the embedded provider remembers of one kind of thing: in memory, lost when it stops. */
export class ForgetfulAdapter implements Adapter {
  private readonly payloads = new Map<string, AdapterPayload>();

  async upsert(id: string, payload: AdapterPayload): Promise<undefined> {
    this.payloads.set(id, payload);
    return undefined;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.payloads.get(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.payloads.values()].find(payload => payload.uid === uid);
  }

  /** Device codes are not offered: there is never one to find. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Marks a code as used: the provider refuses it a second time. */
  async consume(id: string): Promise<undefined> {
    const payload = this.payloads.get(id);
    if (payload) payload.consumed = true;
    return undefined;
  }

  async destroy(id: string): Promise<undefined> {
    this.payloads.delete(id);
    return undefined;
  }

  async revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [id, payload] of this.payloads) if (payload.grantId === grantId) this.payloads.delete(id);
    return undefined;
  }
}
