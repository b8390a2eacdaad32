import { describe, expect, it } from '@jest/globals';
import { OLDEST_SERVER, goVersion, isAtLeast, serverVersion } from '../../../src/embedded/server-version.js';

describe('Versions', () => {
  it.each([
    ['temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)', '1.29.1'],
    ['temporal version 1.8.2 (Server 1.31.2, UI 2.45.0)', '1.31.2'],
    ['tctl version 1.18.1', undefined],
    ['', undefined],
  ])('the server in « %s » is %s', (printed, expected) => {
    expect(serverVersion(printed)).toBe(expected);
  });

  it.each([
    ['go version go1.26.8 linux/amd64', '1.26.8'],
    ['go version go1.25 darwin/arm64', '1.25'],
    ['go: command not found', undefined],
  ])('the Go in « %s » is %s', (printed, expected) => {
    expect(goVersion(printed)).toBe(expected);
  });

  it.each([
    ['1.29.0', true],
    ['1.29.1', true],
    ['1.30.0', true],
    ['2.0.0', true],
    ['1.28.9', false],
    ['1.9.30', false],
  ])('server %s is recent enough: %s', (version, expected) => {
    expect(isAtLeast(version, OLDEST_SERVER)).toBe(expected);
  });

  it('missing parts count as zero', () => {
    expect(isAtLeast('1.25', '1.25.0')).toBe(true);
    expect(isAtLeast('1.25', '1.25.1')).toBe(false);
  });
});
