#!/usr/bin/env python3
"""Writes and checks the lists that the SDK stand-ins are generated from: standins/AWSSDK.*/operations.txt and official.txt.

  eng/aws-operations.py new AWSSDK.ServiceQuotas service-quotas GetServiceQuota ListServiceQuotas
  eng/aws-operations.py add AWSSDK.Connect ListBots DescribeQueue
  eng/aws-operations.py remove AWSSDK.Connect ListBots
  eng/aws-operations.py check                       # all lists against the models; or name packages

The facts are those of botocore's service models (pip install botocore, or BOTOCORE_DATA=<its folder data>). Only names, types, places and
values are taken over, never a text. Lines that are not in a model are kept: 'region', 'overload' and 'rename', which say what the official
.NET package adds or calls otherwise ('rename Shape Name', 'rename Shape.Member Name'). Nothing else in a list is written by hand.
"""
import argparse
import difflib
import gzip
import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "standins"
WIDTH = 140
SCALARS = {"boolean": "bool", "integer": "int", "long": "long", "float": "float", "double": "double", "blob": "blob"}
CLR = {"string": "String", "token": "String", "bool": "Boolean", "int": "Int32", "long": "Int64", "float": "Single", "double": "Double",
       "time": "DateTime", "blob": "MemoryStream"}
VALUES = {"Boolean", "Int32", "Int64", "Single", "Double", "DateTime"}
TIMES = {"iso8601": "time-iso", "unixTimestamp": "time-unix", "rfc822": "time-http"}
DERIVED = "# Derived from the service model by eng/aws-operations.py: the names of the model under the rules of the official package."


def fail(message):
    sys.exit(f"aws-operations: {message}")


def data_folder():
    if "BOTOCORE_DATA" in os.environ:
        return pathlib.Path(os.environ["BOTOCORE_DATA"]), ""
    try:
        import botocore
    except ImportError:
        fail("botocore is not installed for this Python; pip install botocore, or set BOTOCORE_DATA")
    return pathlib.Path(botocore.__file__).parent / "data", f", as botocore {botocore.__version__} has it"


class Service:
    """A service model, read for a list of operations."""

    def __init__(self, name, operations, kept):
        folder, self.source = data_folder()
        files = sorted((folder / name).glob("*/service-2.json.gz"))
        if not files:
            fail(f"no model {name} in {folder}")
        with gzip.open(files[-1]) as file:
            model = json.load(file)
        self.name, self.shapes, self.metadata = name, model["shapes"], model["metadata"]
        self.kept = kept
        self.renames = dict(line.split()[1:] for line in kept if line.startswith("rename "))
        offered = self.metadata.get("protocols", [self.metadata["protocol"]])
        self.protocol = next((p for p in offered if p in ("rest-json", "json", "query")), None) or fail(f"{name} offers only {offered}")
        for unknown in sorted(set(operations) - set(model["operations"])):
            fail(f"the model {name} has no operation {unknown}")
        self.operations = [model["operations"][o] for o in sorted(set(operations))]
        self.used, self.errors = set(), set()

    def type_of(self, shape_name, member, place="body"):
        shape = self.shapes[shape_name]
        kind = shape["type"]
        if kind == "string":
            if "enum" in shape:
                self.used.add(shape_name)
                return self.class_of(shape_name)
            return "token" if member.get("idempotencyToken") else "string"
        if kind in SCALARS:
            return SCALARS[kind]
        if kind == "timestamp":
            usual = "iso8601" if place == "query" or self.protocol == "query" else "rfc822" if place == "header" else "unixTimestamp"
            format = member.get("timestampFormat", shape.get("timestampFormat", usual))
            return "time" if format == usual else TIMES[format]
        if kind == "list":
            if self.protocol == "query" and (shape.get("flattened") or shape["member"].get("locationName", "member") != "member"):
                fail(f"{shape_name}: lists with names of their own are not generated")
            return f"[{self.type_of(shape['member']['shape'], shape['member'])}]"
        if kind == "map":
            names = (shape["key"].get("locationName", "key"), shape["value"].get("locationName", "value"))
            value = self.type_of(shape["value"]["shape"], shape["value"])
            return f"{{{value}}}" if self.protocol != "query" or names == ("key", "value") else f"{{{names[0]}/{names[1]}:{value}}}"
        if kind == "structure" and not shape.get("document") and not shape.get("eventstream"):
            if shape_name not in self.used:
                self.used.add(shape_name)
                self.members(shape_name)
            return self.class_of(shape_name)
        fail(f"{shape_name}: {kind} is not generated")

    def overloads(self, operation):
        """The members that each further overload of an operation takes."""
        return [words[2:] for words in map(str.split, self.kept) if words[:2] == ["overload", operation]]

    def class_of(self, shape_name):
        return self.renames.get(shape_name, shape_name[0].upper() + shape_name[1:])

    def members(self, shape_name, is_error=False):
        """(name, required, type, place, wire name) of each member."""
        shape = self.shapes[shape_name]
        result = []
        for name, member in shape.get("members", {}).items():
            if is_error and (name.lower() == "message" or "location" in member):
                continue  # the message is the exception's own
            place = {"uri": "path", "querystring": "query", "header": "header", "statusCode": "status", None: "body"}.get(
                member.get("location"))
            target = self.shapes[member["shape"]]
            if name == shape.get("payload"):
                place = "payload" if target["type"] == "blob" else None
            if place is None or member.get("jsonvalue") or (place == "header" and target["type"] not in ("string", "timestamp")):
                fail(f"{shape_name}.{name}: its place is not generated")
            type = self.type_of(member["shape"], member, place)
            called = self.renames.get(f"{shape_name}.{name}", name)
            result.append((called, name in shape.get("required", []), type, place, member.get("locationName", name)))
        return result


def written(member):
    name, required, type, place, wire = member
    where = "" if place == "body" else " " + place
    rename = "" if wire == name else f" {wire}" if where else f" as {wire}"
    return name + ("!" if required else "") + ("" if type == "string" else " " + type) + where + rename


def wrapped(start, items, separator=", "):
    """One logical line: what does not fit goes on four spaces deep."""
    items = list(items)
    lines = [start]
    for item in [i + separator for i in items[:-1]] + items[-1:]:
        if len(lines[-1]) + len(item.rstrip()) > WIDTH and lines[-1].strip():
            lines.append(" " * 4)
        lines[-1] += item
    return [line.rstrip() for line in lines]


def operations_text(service, package):
    meta = service.metadata
    lines = [f"# Facts of the service model {service.name} {meta['apiVersion']}{service.source}. Written by eng/aws-operations.py."]
    header = {"client": package.removeprefix("AWSSDK."), "model": f"{service.name} {meta['apiVersion']}", "service": meta["serviceId"],
              "protocol": service.protocol + (f" {meta['jsonVersion']}" if service.protocol == "json" else ""),
              "host": meta["endpointPrefix"], "signing": meta.get("signingName", meta["endpointPrefix"])}
    if service.protocol == "json":
        header["target"] = meta["targetPrefix"]
    lines += [f"{key} {value}" for key, value in header.items()]
    lines += [line for line in service.kept if line.startswith(("region ", "rename "))]
    for operation in service.operations:
        http = operation["http"]
        uri = http["requestUri"]
        if "?" in uri or "+}" in uri or "endpoint" in operation:
            fail(f"{operation['name']}: its address is not generated")
        address = f" {http['method']} {uri}" if service.protocol == "rest-json" else ""
        lines += ["", f"operation {operation['name']}{address}"]
        lines += [" ".join(["  overload", *arguments]) for arguments in service.overloads(operation["name"])]
        for part, key in (("request", "input"), ("response", "output")):
            members = service.members(operation[key]["shape"]) if key in operation else []
            if part == "response" and any(
                    place == "header" and type != "string" for _, _, type, place, _ in members):
                fail(f"{operation['name']}: a header of a response that is no text is not generated")
            lines += wrapped(f"  {part} ", map(written, members)) if members else []
        errors = sorted(e["shape"] for e in operation.get("errors", []))
        service.errors.update(errors)
        lines += wrapped("  errors ", errors) if errors else []
    # Asking for the members of a shape makes its own shapes known.
    errors = {name: service.members(name, is_error=True) for name in sorted(service.errors)}
    structures = {name for name in service.used if service.shapes[name]["type"] == "structure"}
    lines.append("")
    for name in sorted(structures, key=service.class_of):
        keyword = "union" if service.shapes[name].get("union") else "shape"
        lines += wrapped(f"{keyword} {service.class_of(name)}: ", map(written, service.members(name)))
    lines.append("")
    for name in sorted(service.used - structures, key=service.class_of):
        lines += wrapped(f"enum {service.class_of(name)}: ", service.shapes[name]["enum"])
    lines.append("")
    for name, members in errors.items():
        code = service.shapes[name].get("error", {}).get("code", name)
        lines += wrapped(f"error {name}{'' if code == name else ' code ' + code}: ", map(written, members))
    return "\n".join(lines) + "\n"


def split_type(type):
    """(list or map or None, type of what is in it)."""
    if type[0] in "[{":
        return type[0], type[1:-1].split(":")[-1]
    return None, type


def clr(type, enums, inside=False):
    kind, item = split_type(type)
    if kind:
        return f"List<{clr(item, enums, True)}>" if kind == "[" else f"Dictionary<String, {clr(item, enums, True)}>"
    name = CLR.get(type.split("-")[0], type)
    if inside:
        return "String" if name in enums else name  # the official package types enums in collections as text
    return name + "?" if name in VALUES else name


def field_of(value):
    """'dynamodb:table:ReadCapacityUnits' is DynamodbTableReadCapacityUnits."""
    return "".join(part[0].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9_]+", value) if part)


def exception_of(error):
    return error if error.endswith("Exception") else error.removesuffix("Fault") + "Exception"


def official_types(service, package):
    """The surface that the official package has by its own rules: {type line: [member lines]}."""
    name = package.removeprefix("AWSSDK.")
    space, client = f"Amazon.{name}", f"Amazon{name}"
    enums = {service.class_of(s) for s in service.used if service.shapes[s]["type"] == "string"}
    types = {}

    def properties(members):
        return [f"{m[0][0].upper()}{m[0][1:]}: {clr(m[2], enums)} get set" for m in members]

    calls = []
    for operation in service.operations:
        o = operation["name"]
        for names in service.overloads(o):
            arguments = "".join(f"String {a[0].lower()}{a[1:]}, " for a in names)
            calls.append(f"{o}Async({arguments}CancellationToken cancellationToken): Task<{o}Response>")
        calls.append(f"{o}Async({o}Request request, CancellationToken cancellationToken): Task<{o}Response>")
    types[f"interface {space}.I{client} : IAmazonService, IDisposable"] = calls
    keys = "String awsAccessKeyId, String awsSecretAccessKey"
    starts = ["", "AWSCredentials credentials", keys, keys + ", String awsSessionToken"]
    constructors = [f"ctor({', '.join(filter(None, (start, end)))})" for start in starts
                    for end in ("", "RegionEndpoint region", f"{client}Config {'clientConfig' if start else 'config'}")]
    types[f"class {space}.{client}Client : AmazonServiceClient, I{client}, IAmazonService, IDisposable"] = [
        *constructors, "ServiceMetadata: IServiceMetadata get", "CustomizeRuntimePipeline(RuntimePipeline pipeline): Void",
        "Dispose(Boolean disposing): Void", *calls]
    types[f"class {space}.{client}Config : ClientConfig"] = [
        "ctor()", "RegionEndpointServiceName: String get", "ServiceVersion: String get", "UserAgent: String get",
        "DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters): Endpoint"]
    types[f"class {space}.{client}Request : AmazonWebServiceRequest"] = ["ctor()"]
    codes = "ErrorType errorType, String errorCode, String requestId, HttpStatusCode statusCode"
    thrown = [f"ctor({p})" for p in ("String message", "String message, Exception innerException", "Exception innerException",
                                     f"String message, Exception innerException, {codes}", f"String message, {codes}")]
    types[f"class {space}.{client}Exception : AmazonServiceException"] = thrown
    for error in sorted(service.errors):
        members = types.setdefault(f"class {space}.Model.{exception_of(error)} : {client}Exception", list(thrown))
        members += [p for p in properties(service.members(error, is_error=True)) if p not in members]
    for shape in sorted(service.used):
        c = service.class_of(shape)
        if c in enums:
            types[f"class {space}.{c} : ConstantClass"] = [
                "ctor(String value)", f"static FindValue(String value): {c}", f"static op_Implicit(String value): {c}",
                *(f"{field_of(value)}: {c} static readonly" for value in service.shapes[shape]["enum"])]
        else:
            types[f"class {space}.Model.{c}"] = ["ctor()", *properties(service.members(shape))]
    for operation in service.operations:
        for key, base, suffix in (("input", f"{client}Request", "Request"), ("output", "AmazonWebServiceResponse", "Response")):
            members = service.members(operation[key]["shape"]) if key in operation else []
            types[f"class {space}.Model.{operation['name']}{suffix} : {base}"] = ["ctor()", *properties(members)]
    return types


def official_text(service, package, old):
    """What was copied from the package stays; what it does not say is derived."""
    copied = [line for line in old.split(DERIVED)[0].splitlines() if line]
    known, current = {}, None
    for line in copied:
        if line[0] not in "# ":
            current = known.setdefault(line, set())
        elif line[0] == " ":
            current.add(line.strip())
    lines = copied if known else [
        f"# Facts: what the official package {package} has, of the types that its stand-in has too.",
        "# Whatever the stand-in shows must be here.",
        "# type line: kind, name, bases; member lines: name or name(parameters), a colon, type, accessors, a semicolon between two."]
    lines.append(DERIVED)
    for type, members in official_types(service, package).items():
        missing = [m for m in members if m not in known.get(type, ())]
        if missing or type not in known:
            lines += [type, *wrapped("  ", missing, "; ")]
    return "\n".join(lines) + "\n"


def read_list(package):
    """(model, operations, lines that are kept) of a list."""
    path = ROOT / package / "operations.txt"
    if not path.exists():
        fail(f"{path} is not there; begin it with: eng/aws-operations.py new {package} <model> <operation> ...")
    model, operations, kept = None, [], []
    for line in path.read_text().splitlines():
        words = line.split()
        if line.startswith("model "):
            model = words[1]
        elif line.startswith("operation "):
            operations.append(words[1])
        elif line.startswith(("region ", "rename ")):
            kept.append(line)
        elif line.startswith("  overload"):
            kept.append(" ".join(["overload", operations[-1], *words[1:]]))
    return model, operations, kept


def texts(package, model, operations, kept):
    service = Service(model, operations, kept)
    list_text = operations_text(service, package)
    official = ROOT / package / "official.txt"
    return {"operations.txt": list_text,
            "official.txt": official_text(service, package, official.read_text() if official.exists() else "")}


def write(package, *facts):
    folder = ROOT / package
    folder.mkdir(exist_ok=True)
    for name, text in texts(package, *facts).items():
        (folder / name).write_text(text)
    project = folder / f"{package}.csproj"
    if not project.exists():
        project.write_text('<Project Sdk="Microsoft.NET.Sdk" />\n')


def differences(package):
    for name, text in texts(package, *read_list(package)).items():
        is_fact = lambda line: not line.startswith("# Facts of the service model")
        old = list(filter(is_fact, (ROOT / package / name).read_text().splitlines()))
        yield from difflib.unified_diff(old, list(filter(is_fact, text.splitlines())), f"{package}/{name}", "model", lineterm="", n=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, arguments in {"new": ("package", "model", "operation*"), "add": ("package", "operation*"),
                            "remove": ("package", "operation*"), "check": ("package?",)}.items():
        command = commands.add_parser(name)
        for argument in arguments:
            command.add_argument(argument.rstrip("*?"), nargs={"*": "+", "?": "*"}.get(argument[-1]))
    options = parser.parse_args()
    if options.command == "check":
        packages = options.package or sorted(p.parent.name for p in ROOT.glob("AWSSDK.*/operations.txt"))
        found = [line for package in packages for line in differences(package)]
        print("\n".join(found) if found else f"{len(packages)} lists agree with the models")
        sys.exit(1 if found else 0)
    if options.command == "new":
        write(options.package, options.model, options.operation, [])
        return
    model, operations, kept = read_list(options.package)
    changed = {*operations, *options.operation} if options.command == "add" else {*operations} - {*options.operation}
    write(options.package, model, changed, [line for line in kept if line.split()[0] != "overload" or line.split()[1] in changed])


if __name__ == "__main__":
    main()
