// Makes a sealed value: {"jwk": …, "ctx": …, "text": …} on standard input, the JWE on standard output.
import { text } from 'node:stream/consumers';
import { CompactEncrypt, importJWK } from 'jose';

const { jwk, ctx, text: clear } = JSON.parse(await text(process.stdin));
const jwe = await new CompactEncrypt(new TextEncoder().encode(clear))
  .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: jwk.kid, ctx })
  .encrypt(await importJWK(jwk));
process.stdout.write(jwe);
