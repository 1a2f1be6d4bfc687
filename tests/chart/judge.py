"""Judges manifests: reads YAML from standard input, writes one JSON array, an entry for each.

An entry holds the manifest, what is wrong with it by the schemas of the versions of Kubernetes that
were named, and whether those versions know its kind at all.
"""

import json
import sys

import kubernetes_validate
import yaml


def judge(manifest, versions):
    problems, known = [], True
    for version in versions:
        try:
            kubernetes_validate.validate(manifest, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            place = ".".join(str(step) for step in error.path)
            problems.append(f"{version}: {place}: {error.message}")
        except kubernetes_validate.SchemaNotFoundError:
            known = False
    return {"manifest": manifest, "problems": problems, "known": known}


manifests = [one for one in yaml.safe_load_all(sys.stdin) if one]
json.dump([judge(one, sys.argv[1:]) for one in manifests], sys.stdout)
