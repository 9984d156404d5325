// Opens a sealed value as an integrator does: {"jwk": …, "jwe": …} on standard input, the clear text on standard output.
import { text } from 'node:stream/consumers';
import { compactDecrypt, importJWK } from 'jose';

const { jwk, jwe } = JSON.parse(await text(process.stdin));
const { plaintext } = await compactDecrypt(jwe, await importJWK(jwk), {
  keyManagementAlgorithms: ['dir'],
  contentEncryptionAlgorithms: ['A256GCM'],
});
process.stdout.write(plaintext);
