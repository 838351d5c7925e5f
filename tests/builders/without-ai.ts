import { jest } from '@jest/globals';

// The SDK loads its AI client when it starts; that one is an ES module, which Jest cannot load,
// and nothing here calls it. The SDK itself is unmodified. Import this file before the SDK.
jest.mock('@cloudbase/ai', () => ({}));
