"""Takes out of synthesised templates what the emulator (moto) cannot, and says what that is; the end-to-end tests do the same.

    python3 eng/leave-out.py ASSEMBLY
"""

import json
import pathlib
import sys
from collections import Counter

# made by nothing here, and referred to by the rest: what they would be is put in the place of references
STANDS_FOR = {
    "AWS::SecretsManager::Secret": {"Ref": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:{name}-AbCdEf"},
    "AWS::ApiGatewayV2::Api": {"Ref": "emulated", "ApiEndpoint": "https://emulated.execute-api.eu-central-1.amazonaws.com"},
    "AWS::Lambda::Alias": {"Ref": "arn:aws:lambda:eu-central-1:123456789012:function:{function}:live"},
    "AWS::Connect::ContactFlow": {"Ref": "{instance}/contact-flow/{id}", "ContactFlowArn": "{instance}/contact-flow/{id}"},
    "AWS::Connect::ContactFlowModule": {
        "Ref": "{instance}/flow-module/{id}", "ContactFlowModuleArn": "{instance}/flow-module/{id}",
    },
}
# what its CloudFormation stumbles over, with what hangs on it; other types that it does not know it passes over by itself
STUMBLES = {"AWS::Lambda::EventSourceMapping", *STANDS_FOR}


def replaced(node, identifier, values):
    if isinstance(node, dict):
        if node.get("Ref") == identifier and len(node) == 1:
            return values["Ref"]
        if len(node) == 1 and isinstance(node.get("Fn::GetAtt"), list) and node["Fn::GetAtt"][0] == identifier:
            return values[node["Fn::GetAtt"][1]]
        return {key: replaced(value, identifier, values) for key, value in node.items()}
    if isinstance(node, list):
        return [replaced(value, identifier, values) for value in node]
    return node


def is_of_alias(resource):
    function = json.dumps(resource["Properties"].get("FunctionName", ""))
    return resource["Type"] == "AWS::Lambda::Permission" and (function.endswith(':live"') or "Live" in function)


def main(assembly):
    left_out = Counter()
    for path in sorted(pathlib.Path(assembly).glob("*.template.json")):
        template = json.loads(path.read_text())
        resources = template["Resources"]
        functions = {key: each["Properties"].get("FunctionName") for key, each in resources.items() if each["Type"] == "AWS::Lambda::Function"}
        for identifier, resource in list(resources.items()):
            kind, properties = resource["Type"], resource.get("Properties", {})
            if kind in STANDS_FOR:
                function = properties.get("FunctionName")
                known = {
                    "id": identifier, "name": properties.get("Name"), "instance": properties.get("InstanceArn"),
                    "function": functions.get(function["Ref"]) if isinstance(function, dict) else function,
                }
                values = {key: value.format(**known) for key, value in STANDS_FOR[kind].items()}
                template = replaced(template, identifier, values)
        resources = template["Resources"]
        for identifier, resource in list(resources.items()):
            if resource["Type"] in STUMBLES or is_of_alias(resource):
                left_out[resource["Type"]] += 1
                del resources[identifier]
                continue
            if resource["Type"] == "AWS::KMS::Key":
                left_out["tags of keys"] += resource["Properties"].pop("Tags", None) is not None
            if resource["Type"] == "AWS::Lambda::Function":
                left_out["layers of functions"] += resource["Properties"].pop("Layers", None) is not None
        for resource in resources.values():
            if resource.get("DeletionPolicy") == "RetainExceptOnCreate":
                left_out["policies that keep nothing of a failed first deployment"] += 1
                resource["DeletionPolicy"] = "Retain"
            waits = resource.get("DependsOn", [])
            resource["DependsOn"] = [each for each in ([waits] if isinstance(waits, str) else waits) if each in resources]
        path.write_text(json.dumps(template))
    for kind, count in sorted(left_out.items()):
        print(f"left out: {count} {kind}")


main(sys.argv[1])
