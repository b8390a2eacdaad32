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
    ['Status: 5.1.10', true],
    ['Status: 5.1.6 (moved)', true],
    ['Status: 5.1.0', true],
    ['Status: 5.1.7', false],
    ['Status: 5.1.8', false],
    ['Status: 5.1.20', false],
    ['Status: 5.1.0\r\nDiagnostic-Code: smtp; 501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_402', false],
    ['Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.8 <jalon@region.example>: Sender address rejected', false],
    ['Status: 5.0.0\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown', true],
    ['Status: 5.1.0\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown', true],
    ['Status: 5.0.0\r\nDiagnostic-Code: smtp; 552 5.2.2 mailbox full', false],
  ])('with « %s », says whether the address is lost: %s', async (line, lasting) => {
    const lines = ['Final-Recipient: rfc822; a@b.example', 'Action: failed', line];
    expect(await failedDeliveries(group(lines))).toMatchObject([{ lasting }]);
  });

  it.each([
    ['between brackets', 'Final-Recipient: rfc822; <v1@b.example>', 'v1@b.example'],
    ['with the root of its domain', 'Final-Recipient: rfc822; w5@b.example.', 'w5@b.example'],
    ['with a comment', 'Final-Recipient: rfc822; v1@b.example (Membre)', 'v1@b.example'],
    ['of another type', 'Final-Recipient: utf-8; élu@b.example', 'élu@b.example'],
    ['of no type', 'Final-Recipient: v1@b.example', 'v1@b.example'],
    [
      'behind one that is empty',
      'Original-Recipient: rfc822;\r\nFinal-Recipient: rfc822; v1@b.example',
      'v1@b.example',
    ],
  ])('is read of an address %s', async (_name, line, address) => {
    const lines = [line, 'Action: failed (user unknown)', 'Status: 5.1.1 (bad destination)'];
    expect(await failedDeliveries(group(lines))).toMatchObject([{ address, lasting: true }]);
  });

  it('is read where its part is in base64', async () => {
    const part = Buffer.from('Final-Recipient: rfc822; <v1@b.example>\nAction: failed\nStatus: 5.1.1\n');
    const message = [
      ...['Content-Type: multipart/report; boundary=b', '', '--b', 'Content-Type: message/delivery-status'],
      ...['Content-Transfer-Encoding: base64', '', part.toString('base64'), '--b--'],
    ];
    expect(await failedDeliveries(message.join('\r\n'))).toMatchObject([{ address: 'v1@b.example', lasting: true }]);
  });

  it('of anything else says nothing', async () => {
    for (const other of ['', 'Bonjour', 'Subject: Absence\r\n\r\nJe suis absent.', '\0\0'])
      expect(await failedDeliveries(other)).toEqual([]);
  });
});
