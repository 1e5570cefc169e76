// SPDX-License-Identifier: EUPL-1.2

// The work that a guest's browser does instead of a captcha: eight numbers whose SHA-256 with the form's key begins with
// fourteen zero bits. It begins when somebody touches the form, works in short pieces so that typing stays smooth, and
// a form that is sent earlier waits for it. Without this, the server goes by how long the writing took.

const puzzles = 8;
const zeroBits = 14;

// Fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), and of the square roots of eight.
const primes = [];
for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
}
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const turn = (word, bits) => (word >>> bits) | (word << (32 - bits));

// The first word of the digest is all that the puzzle asks for.
const firstWord = (bytes) => {
    const length = bytes.length;
    const words = new Int32Array((((length + 8) >> 6) + 1) * 16);
    for (let index = 0; index < length; index += 1) words[index >> 2] |= bytes[index] << (24 - (index % 4) * 8);
    words[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
    words[words.length - 1] = length * 8;
    const state = Int32Array.from(initial);
    const w = new Int32Array(64);
    for (let block = 0; block < words.length; block += 16) {
        for (let t = 0; t < 64; t += 1) {
            if (t < 16) {
                w[t] = words[block + t];
                continue;
            }
            const s0 = turn(w[t - 15], 7) ^ turn(w[t - 15], 18) ^ (w[t - 15] >>> 3);
            const s1 = turn(w[t - 2], 17) ^ turn(w[t - 2], 19) ^ (w[t - 2] >>> 10);
            w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
        }
        let [a, b, c, d, e, f, g, h] = state;
        for (let t = 0; t < 64; t += 1) {
            const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[t] + w[t];
            const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
        }
        [a, b, c, d, e, f, g, h].forEach((word, index) => { state[index] = (state[index] + word) | 0; });
    }
    return state[0];
};

const encoder = new TextEncoder();

// Works for a few milliseconds, then lets the page breathe.
const solve = async (key) => {
    const found = [];
    let number = 0;
    while (found.length < puzzles) {
        const end = performance.now() + 12;
        while (performance.now() < end && found.length < puzzles) {
            if (firstWord(encoder.encode(`${key}\n${found.length}\n${number}`)) >>> (32 - zeroBits) === 0) {
                found.push(number);
                number = -1;
            }
            number += 1;
        }
        await new Promise((go) => { setTimeout(go, 0); });
    }
    return found.join(".");
};

for (const field of document.querySelectorAll("input[type=hidden][name=nachweis]")) {
    const form = field.form;
    if (!form?.elements.formular) continue;
    let work;
    const begin = () => {
        work ??= solve(form.elements.formular.value).then((answer) => { field.value = answer; });
        return work;
    };
    form.addEventListener("focusin", begin, { once: true });
    form.addEventListener("submit", (event) => {
        if (field.value) return;
        event.preventDefault();
        const button = event.submitter;
        begin().then(() => { form.requestSubmit(button); });
    });
}
