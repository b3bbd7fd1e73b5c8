import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** A certificate somebody signed for themselves, as registered with an app. */
export type TestCertificate = { pem: string; privateKey: KeyObject; sha256: string; sha1: string }

// Just enough DER for an X.509 certificate: Node can read them, but makes none.
const der = (tag: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const integer = (bytes: Buffer) => der(0x02, bytes)
const utcTime = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))

/** sha256WithRSAEncryption, and the common name. */
const algorithm = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'))
const nameOf = (text: string) =>
  sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(text)))))

export function makeCertificate(commonName = 'Passaggio Reader'): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = Date.now()
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(commonName),
    sequence(utcTime(new Date(now - 86_400_000)), utcTime(new Date(now + 86_400_000))),
    nameOf(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('sha256').update(content).sign(privateKey)
  const raw = sequence(content, algorithm, der(0x03, Buffer.from([0]), signature))
  const lines = raw.toString('base64').match(/.{1,64}/g) ?? []
  const thumbprint = (hash: string) => createHash(hash).update(raw).digest('base64url')
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    privateKey,
    sha256: thumbprint('sha256'),
    sha1: thumbprint('sha1'),
  }
}
