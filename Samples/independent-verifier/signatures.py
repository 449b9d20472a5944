"""SSH signatures on results and the list of who may sign (Signatures.docc).

Whether a signature is good for a key, `ssh-keygen` says.
"""
import base64
import re
import subprocess
import tempfile
from unicodedata import normalize

from documents import MODIFIERS, demand, read, visible

PURPOSE = "kiemphieu-result"
ROLES = "(?:head|member|presidium):"
LINE = re.compile(
    rf'[ \t]*(?:"({ROLES}[^"\\,*?!]+)"|({ROLES}[^"\\,*?!\s]+))[ \t]+'  # a principal: a role and a name
    f'(?:namespaces="{PURPOSE}"[ \\t]+)?'
    r'([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+=*)(?:[ \t].*)?')  # the key: its type, its bytes, a remark
KINDS = [prefix + kind for prefix in ("", "sk-") for kind in ("ssh-ed25519", "ecdsa-sha2-nistp256")]
KINDS = ["ssh-rsa", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"] + [
    kind + "@openssh.com" * kind.startswith("sk-") for kind in KINDS]


def fields(blob):
    """The strings in the binary encoding of SSH (RFC 4251, section 5)."""
    found = []
    while blob:
        end = 4 + int.from_bytes(blob[:4], "big")
        demand(end <= len(blob), "a string that is cut off")
        found, blob = found + [blob[4:end]], blob[end:]
    return found


def read_roster(data):
    """Who may sign, by public key, of an allowed-signers file of OpenSSH."""
    roster, people = {}, {}
    for line in data.decode().split("\n"):
        line = line.removesuffix("\r")
        if not line or line.startswith("#"):
            continue
        found = LINE.fullmatch(line)
        demand(found, f"a line of the list of signers: {line!r}")
        principal, kind, key = found[1] or found[2], found[3], base64.b64decode(found[4])
        person = visible(principal.partition(":")[2])
        is_seen = not MODIFIERS.search(person) and "\u2800" not in person
        demand(is_seen, f"{person!r}: a character that nobody sees")
        demand(kind in KINDS and base64.b64encode(key).decode() == found[4] and len(key) > 4 + len(kind)
               and key.startswith(bytes([0, 0, 0, len(kind)]) + kind.encode()), f"no such key: {line!r}")
        parts = fields(key) if kind == "ssh-rsa" else []
        is_weak = parts and (len(parts) != 3 or int.from_bytes(parts[2], "big").bit_length() < 2048)
        former = people.setdefault(spelling(person), principal)
        demand(not is_weak and key not in roster, f"too weak a key, or one that stands twice: {line!r}")
        demand(" ".join(person.split()) == person and former == principal, f"a name in two ways: {line!r}")
        roster[key] = principal
    demand(roster, "nobody may sign")
    return roster


def spelling(person):
    """What the ways to write a name have in common: its letters, by way of capitals (σ and ς have one)."""
    return normalize("NFC", "".join(one.lower() for one in person.lower().upper()))


def signing_key(armour):
    """The public key of a signature for results, if the signature is in its one canonical form."""
    first, last = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
    inner = re.fullmatch(first + b"([A-Za-z0-9+/=\n]+)" + last, armour)
    demand(inner, "no signature")
    blob = base64.b64decode(inner[1])
    lines = re.findall(b".{1,70}", base64.b64encode(blob))
    demand(b"\n".join(lines) + b"\n" == inner[1] and blob[:10] == b"SSHSIG\0\0\0\1", "not canonical")
    key, purpose, reserved, algorithm, _ = fields(blob[10:])
    demand(purpose == PURPOSE.encode() and not reserved and algorithm in (b"sha512", b"sha256"), "purpose")
    return key


def signer(data, file, roster, signers):
    """The principal whose signature on `data` lies in a file."""
    key = signing_key(read(file))
    demand(key in roster, "the key is not on the list of signers")
    with tempfile.NamedTemporaryFile() as copy:
        copy.write(signers)
        copy.flush()
        command = ["ssh-keygen", "-Y", "verify", "-n", PURPOSE, "-f", copy.name, "-I", roster[key]]
        done = subprocess.run([*command, "-s", file], input=data, capture_output=True, check=False)
    demand(done.returncode == 0, "ssh-keygen does not find it good")
    return roster[key]
