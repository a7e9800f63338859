//! RFC 9497 in its verifiable mode over ristretto255, by `voprf`, with chance as an argument.

use rand_core::{CryptoRng, RngCore};
use sha2::{Digest as _, Sha512};
use voprf::{BlindedElement, EvaluationElement, Proof, Ristretto255, VoprfClient, VoprfServer};

pub(crate) type Suite = Ristretto255;
pub(crate) type Server = VoprfServer<Suite>;

/// A key, a blinded token or an answer that isn't one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no key, blinded token or answer has these bytes")]
pub struct KeyError;

impl From<voprf::Error> for KeyError {
    fn from(_: voprf::Error) -> Self {
        Self
    }
}

/// Chance that was drawn before: the given bytes, then what follows from them.
pub(crate) struct Given {
    block: [u8; 64],
    next: usize,
}

impl Given {
    pub(crate) const fn new(chance: [u8; 64]) -> Self {
        Self { block: chance, next: 0 }
    }
}

impl RngCore for Given {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.fill_bytes(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.fill_bytes(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, into: &mut [u8]) {
        for byte in into {
            if self.next == self.block.len() {
                self.block = Sha512::digest(self.block).into();
                self.next = 0;
            }
            *byte = self.block[self.next];
            self.next += 1;
        }
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(into);
        Ok(())
    }
}

impl CryptoRng for Given {}

/// Answers a blinded input: the evaluation and the proof.
pub(crate) fn answer(server: &Server, blinded: &[u8], chance: [u8; 64]) -> Result<([u8; 32], [u8; 64]), KeyError> {
    let blinded = BlindedElement::<Suite>::deserialize(exactly(blinded, 32)?)?;
    let done = server.blind_evaluate(&mut Given::new(chance), &blinded);
    Ok((array(&done.message.serialize())?, array(&done.proof.serialize())?))
}

/// What the function gives for an input under a key.
pub(crate) fn evaluate(server: &Server, input: &[u8]) -> Result<[u8; 64], KeyError> {
    array(&server.evaluate(input)?)
}

/// Blinds an input. Gives what is kept and what is sent.
pub(crate) fn blind(input: &[u8], chance: [u8; 64]) -> Result<(VoprfClient<Suite>, [u8; 32]), KeyError> {
    let made = VoprfClient::<Suite>::blind(input, &mut Given::new(chance))?;
    Ok((made.state, array(&made.message.serialize())?))
}

/// Checks an answer's proof and unblinds it.
pub(crate) fn finish(
    state: &VoprfClient<Suite>,
    input: &[u8],
    evaluated: &[u8],
    proof: &[u8],
    public: &[u8],
) -> Result<[u8; 64], KeyError> {
    let evaluated = EvaluationElement::<Suite>::deserialize(exactly(evaluated, 32)?)?;
    let proof = Proof::<Suite>::deserialize(exactly(proof, 64)?)?;
    let public = <Suite as voprf::Group>::deserialize_elem(exactly(public, 32)?)?;
    array(&state.finalize(input, &evaluated, &proof, public)?)
}

fn exactly(bytes: &[u8], length: usize) -> Result<&[u8], KeyError> {
    if bytes.len() == length { Ok(bytes) } else { Err(KeyError) }
}

pub(crate) fn array<const N: usize>(bytes: &[u8]) -> Result<[u8; N], KeyError> {
    bytes.try_into().map_err(|_| KeyError)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        hex::decode(text).unwrap().try_into().unwrap()
    }

    /// A scalar as the chance from which exactly it is drawn: 64 bytes are reduced, and it is reduced already.
    fn chance(scalar: &str) -> [u8; 64] {
        let mut chance = [0; 64];
        chance[..32].copy_from_slice(&hex::decode(scalar).unwrap());
        chance
    }

    /// RFC 9497, A.1.2: ristretto255-SHA512, VOPRF mode, test vectors 1 and 2.
    #[test]
    fn the_vectors_of_the_standard_come_out() {
        let server = Server::new_from_seed(&[0xa3; 32], &hex::decode("74657374206b6579").unwrap()).unwrap();
        let secret = "e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909";
        let public = "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e";
        assert_eq!(hex::encode(server.serialize()), format!("{secret}{public}"));
        let blinding = chance("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706");
        let proving = chance("222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e");
        let vectors = [
            (
                "00",
                "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945",
                "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e",
                "ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d",
                "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c",
            ),
            (
                "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
                "cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c",
                "60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468",
                "401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02",
                "8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6",
            ),
        ];
        for (input, blinded, evaluated, proof, output) in vectors {
            let input = hex::decode(input).unwrap();
            let (state, sent) = blind(&input, blinding).unwrap();
            assert_eq!(hex::encode(sent), blinded);
            let answered = answer(&server, &sent, proving).unwrap();
            assert_eq!(hex::encode(answered.0), evaluated);
            assert_eq!(hex::encode(answered.1), proof);
            let public: [u8; 32] = bytes(public);
            let finished = finish(&state, &input, &answered.0, &answered.1, &public).unwrap();
            assert_eq!(hex::encode(finished), output);
            assert_eq!(finished, evaluate(&server, &input).unwrap());
        }
    }

    #[test]
    fn bytes_that_are_no_element_are_refused() {
        let server = Server::new_from_seed(&[1; 32], b"").unwrap();
        assert_eq!(answer(&server, &[0xff; 32], [0; 64]), Err(KeyError));
        assert_eq!(answer(&server, &[0; 32], [0; 64]), Err(KeyError), "the identity");
        assert_eq!(answer(&server, &[1; 31], [0; 64]), Err(KeyError));
    }
}
