"""Finds equal questions the usual ways, for comparison: peers.py minhash|rapidfuzz FILE.

FILE has one question a line. Prints one line: what was done, and how many pairs were found.
"""

import sys


def minhash(questions):
    """All pairs whose sets of words are alike, by MinHash and locality-sensitive hashing."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.8, num_perm=128)
    pairs = 0
    for number, question in enumerate(questions):
        signature = MinHash(num_perm=128)
        signature.update_batch([word.encode() for word in question.lower().split()])
        pairs += len(index.query(signature))
        index.insert(number, signature)
    return f"{len(questions)} questions, {pairs} pairs"


def rapidfuzz(questions):
    """The questions that are alike to each of a hundred, by the distance of their letters.

    All to all would take as many times longer as there are hundreds.
    """
    from rapidfuzz import fuzz, process

    sample = questions[:: max(1, len(questions) // 100)][:100]
    pairs = 0
    for question in sample:
        found = process.extract(
            question, questions, scorer=fuzz.token_sort_ratio, score_cutoff=95, limit=None
        )
        pairs += len(found) - 1
    return f"{len(sample)} of {len(questions)} questions, {pairs} pairs"


def main():
    way, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        questions = file.read().splitlines()
    print({"minhash": minhash, "rapidfuzz": rapidfuzz}[way](questions))


main()
