/** Where a browser goes next, by GET (RFC 9110, §15.4.4). */
export class SeeOther {
  constructor(readonly href: string) {}
}
