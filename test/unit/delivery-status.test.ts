import { describe, expect, it } from '@jest/globals';
import { failedDeliveries } from '../../src/mail/delivery-status.js';

const group = (lines: readonly string[]) => ['Reporting-MTA: dns; relais.example', '', ...lines, ''].join('\r\n');

describe('a report of delivery (RFC 3464)', () => {
  it('is read from its part alone, each address apart', async () => {
    const failed = ['Final-Recipient: rfc822; a@b.example', 'Action: failed', 'Status: 5.1.1'];
    const full = [
      'Final-Recipient: RFC822;c@b.example',
      'Action: Failed',
      'Status: 4.4.7',
      'Diagnostic-Code: smtp; expiré',
    ];
    const served = ['Final-Recipient: rfc822; d@b.example', 'Action: delivered', 'Status: 2.0.0'];
    expect(await failedDeliveries(group([...failed, '', ...full, '', ...served]))).toEqual([
      { address: 'a@b.example', messageId: null, reason: '5.1.1', lasting: true },
      { address: 'c@b.example', messageId: null, reason: 'expiré', lasting: false },
    ]);
  });

  it('takes the address to which the mail was first sent', async () => {
    const lines = [
      'Original-Recipient: rfc822; liste@b.example',
      'Final-Recipient: rfc822; x@y.example',
      'Action: failed',
    ];
    expect(await failedDeliveries(group(lines))).toMatchObject([{ address: 'liste@b.example' }]);
  });

  it.each<[string, boolean]>([
    ['Status: 5.1.1', true],
    ['Status: 5.2.1', true],
    ['Status: 5.2.2', false],
    ['Status: 5.7.1', false],
    ['Status: 4.2.2', false],
    ['Diagnostic-Code: smtp; 550 5.1.1 Boîte inconnue', true],
    ['Diagnostic-Code: smtp; 550 Non', false],
  ])('with « %s », says whether the address is lost: %s', async (line, lasting) => {
    const lines = ['Final-Recipient: rfc822; a@b.example', 'Action: failed', line];
    expect(await failedDeliveries(group(lines))).toMatchObject([{ lasting }]);
  });

  it('of anything else says nothing', async () => {
    for (const other of ['', 'Bonjour', 'Subject: Absence\r\n\r\nJe suis absent.', '\0\0'])
      expect(await failedDeliveries(other)).toEqual([]);
  });
});
