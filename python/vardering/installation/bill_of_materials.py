"""What the installation consists of, as a software bill of materials in CycloneDX 1.6 (ECMA-424), for IT's scanners.

The same requirements give the same bytes: no time, and a serial number that follows from the content.
"""

import json
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from vardering.base.faults import InstallationError
from vardering.installation.layout import PYTHON_VERSION
from vardering.installation.wheels import Requirement, normalised

if TYPE_CHECKING:
    from cyclonedx.model.component import Component

BILL_NAME = "sbom.cdx.json"
_PRODUCT, _PRODUCT_LICENCE = "vardering", "MIT"


def bill_of_materials(requirements: tuple[Requirement, ...], version: str) -> str:
    """The bill as JSON text: the product, Python and every library with version, licence and SHA-256.

    Raises ``InstallationError`` "release-tools-missing" where the CycloneDX library, which only releasing needs, is
    not there.
    """
    try:
        from cyclonedx.model.bom import Bom, BomMetaData  # noqa: PLC0415 – only where a release is made
        from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415
        from cyclonedx.output.json import JsonV1Dot6  # noqa: PLC0415
        from packageurl import PackageURL  # noqa: PLC0415
    except ImportError as missing:
        raise InstallationError("release-tools-missing") from missing

    ours = [one for one in requirements if normalised(one.name) == _PRODUCT]
    product = _component(ours[0] if ours else Requirement(_PRODUCT, version, frozenset(), _PRODUCT_LICENCE))
    product.type = ComponentType.APPLICATION
    python = Component(
        name="Python",
        type=ComponentType.PLATFORM,
        version=PYTHON_VERSION,
        bom_ref="python",
        description="Python Software Foundations inbäddningsbara utgåva för Windows",
        purl=PackageURL("generic", name="python", version=PYTHON_VERSION),
    )
    libraries = [_component(one) for one in requirements if one not in ours]
    bill = Bom(metadata=BomMetaData(component=product), components=[python, *libraries])
    bill.register_dependency(product, [python, *libraries])
    content = "\n".join(f"{one.name}=={one.version} {sorted(one.sha256)}" for one in requirements)
    bill.serial_number = uuid5(NAMESPACE_URL, f"{_PRODUCT}=={version}\n{content}")
    written = json.loads(JsonV1Dot6(bill).output_as_string())
    del written["metadata"]["timestamp"]  # optional in the format; the library always writes one
    return json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _component(requirement: Requirement) -> "Component":
    from cyclonedx.contrib.license.factories import LicenseFactory  # noqa: PLC0415
    from cyclonedx.model import HashAlgorithm, HashType  # noqa: PLC0415
    from cyclonedx.model.component import Component  # noqa: PLC0415
    from packageurl import PackageURL  # noqa: PLC0415

    licences = [LicenseFactory().make_from_string(requirement.licence)] if requirement.licence else []
    return Component(
        name=normalised(requirement.name),
        version=requirement.version,
        bom_ref=normalised(requirement.name),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=value) for value in sorted(requirement.sha256)],
        licenses=licences,
        purl=PackageURL("pypi", name=normalised(requirement.name), version=requirement.version),
    )
