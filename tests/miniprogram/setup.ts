// The phone as jsdom does not have it: what miniprogram-simulate and our sources expect to find.
import { TextDecoder, TextEncoder } from 'node:util';
import { jest } from '@jest/globals';
import { FakePhone } from './support/phone';

Object.assign(globalThis, { TextEncoder, TextDecoder, jest, getApp: () => undefined });
new FakePhone().install();
