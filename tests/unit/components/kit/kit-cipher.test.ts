import { createCipheriv } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { decrypt, deriveKey, encrypt, holdPassphrase, openKit, sealKit } from '@/components/kit/kit-cipher'
import { emptyEntry, type Kit } from '@/lib/domain/kit'
import { kitIterations, readSealedKit } from '@/lib/domain/kit-file'

// A million rounds take a second, and several on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 })

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const textOf = (text: string) => new TextEncoder().encode(text)

const rawKey = (hex: string) =>
  crypto.subtle.importKey('raw', bytesOf(hex), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** Locked by Node's OpenSSL with a key given as bytes: what only that very key opens. */
function lockedWith(keyHex: string, iv: Uint8Array, text: string) {
  const cipher = createCipheriv('aes-256-gcm', bytesOf(keyHex), iv)
  cipher.setAAD(textOf('header'))
  return bytesOf(
    Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('hex'),
  )
}

describe('the key comes from the passphrase as RFC 7914, section 11, says', () => {
  // PBKDF2-HMAC-SHA-256 with a derived key of 64 bytes; its first 32 are those of a key of 32.
  test.each([
    ['passwd', 'salt', 1, '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc'],
    ['Password', 'NaCl', 80_000, '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56'],
  ])('%s, %s, %i times', async (passphrase, salt, iterations, expected) => {
    const held = await holdPassphrase(passphrase)
    const key = await deriveKey(held, { salt: textOf(salt), iterations })
    const iv = bytesOf('cafebabefacedbaddecaf888')
    const sealed = lockedWith(expected, iv, 'known')
    expect(await decrypt(key, { iv, header: 'header' }, sealed)).toBe('known')
    const another = lockedWith(expected.replace(/^../, '00'), iv, 'known')
    expect(await decrypt(key, { iv, header: 'header' }, another)).toBeNull()
  })
})

describe('the lock is AES-256-GCM as in McGrew and Viega, The Galois/Counter Mode of Operation, appendix B', () => {
  test('test case 14: sixteen zero bytes under the zero key', async () => {
    const key = await rawKey('00'.repeat(32))
    const iv = bytesOf('00'.repeat(12))
    const sealed = await encrypt(key, { iv, header: '' }, '\0'.repeat(16))
    expect(hexOf(sealed)).toBe('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919')
  })

  test('test case 13: nothing but the tag', async () => {
    const key = await rawKey('00'.repeat(32))
    const sealed = await encrypt(key, { iv: bytesOf('00'.repeat(12)), header: '' }, '')
    expect(hexOf(sealed)).toBe('530f8afbc74536b9a963b4f1c4cb738b')
  })
})

const kit: Kit = {
  entries: [{ ...emptyEntry('1'), name: 'My bank', codes: 'blue folder' }],
  draft: { ...emptyEntry('2'), name: 'half a na' },
}

test('the same passphrase opens it, half-typed words and all, and any other opens nothing', async () => {
  const sealed = await sealKit(await holdPassphrase('correct horse battery'), kit)
  expect(await openKit(await holdPassphrase('correct horse battery'), sealed)).toEqual(kit)
  expect(await openKit(await holdPassphrase('Correct horse battery'), sealed)).toBeNull()
})

test('a passphrase is the same from any keyboard: composed or not, with a blank at the end or without', async () => {
  const sealed = await sealKit(await holdPassphrase('perché no, caffè'), kit)
  expect(await openKit(await holdPassphrase('perche\u0301 no, caffe\u0300 '), sealed)).toEqual(kit)
})

test('two saves of one list share neither salt nor initialisation vector, nor any text', async () => {
  const held = await holdPassphrase('correct horse battery')
  const [one, other] = [await sealKit(held, kit), await sealKit(held, kit)]
  expect(one).toMatchObject({ version: 1, iterations: kitIterations })
  for (const part of ['salt', 'iv', 'sealed'] as const) expect(one[part]).not.toBe(other[part])
  expect(JSON.stringify([one, other])).not.toMatch(/bank|folder|horse/)
})

test('what is stored is what this page takes, and a changed header or text opens nothing', async () => {
  const held = await holdPassphrase('correct horse battery')
  const sealed = await sealKit(held, kit)
  expect(readSealedKit(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed)
  expect(await openKit(held, { ...sealed, iterations: 600_000 })).toBeNull()
  const first = sealed.sealed.startsWith('A') ? 'B' : 'A'
  expect(await openKit(held, { ...sealed, sealed: first + sealed.sealed.slice(1) })).toBeNull()
})

test('neither the held passphrase nor a key made from it can be taken out', async () => {
  const held = await holdPassphrase('correct horse battery')
  const key = await deriveKey(held, { salt: textOf('salt'), iterations: 1 })
  expect([held.extractable, key.extractable]).toEqual([false, false])
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})
