namespace Amazon.StandIns.SourceGenerator;

/// <summary>What a list says of a service; its facts are those of the first lines: client, service, protocol, host, signing ...</summary>
internal sealed record Service(
    Dictionary<string, string> Facts,
    List<Operation> Operations,
    Dictionary<string, List<Member>> Shapes,
    Dictionary<string, string[]> Enums,
    List<Error> Errors)
{
    public string Client => "Amazon" + Facts["client"];

    public string Namespace => "Amazon." + Facts["client"];

    public string Version => Facts["model"].Split(' ').Last();

    public List<Member> Shape(string name) => Shapes.TryGetValue(name, out List<Member>? members)
        ? members
        : throw new ListException(0, $"No shape and no enum is named {name}");

    public bool IsQuery => Facts["protocol"] == "query";

    public bool IsRest => Facts["protocol"] == "rest-json";
}

/// <summary>An operation; each of its overloads takes the members that are named.</summary>
internal sealed record Operation(
    string Name, string Method, string Path, List<string[]> Overloads, List<Member> Request, List<Member> Response);

/// <summary>
/// A member: its place is body, path, query, header, payload (the body as it is) or status, and on the wire it has a name of its own.
/// </summary>
internal sealed record Member(string Property, TypeName Type, string Place, string Wire);

/// <summary>A type as in the list: a name, [item] or {item}; {key/value:item} where a map's entries have names of their own.</summary>
internal sealed record TypeName(string Text)
{
    public bool IsList => Text[0] == '[';

    public bool IsMap => Text[0] == '{';

    public bool IsTime => Text.Split('-')[0] == "time";

    public bool IsText => Text is "string" or "token";

    public bool IsNumber => Text is "int" or "long" or "float" or "double";

    public TypeName Item => new(Text.Substring(0, Text.Length - 1).Substring(IsMap ? Math.Max(1, Text.IndexOf(':') + 1) : 1));

    /// <summary>Names of the key and the value of a map's entries in a form.</summary>
    public string[] EntryNames => Text.Contains(':') ? Text.Substring(1).Split(':')[0].Split('/') : ["key", "value"];
}

/// <summary>An error, and the code that the service may answer instead of its name.</summary>
internal sealed record Error(string Name, string Code, List<Member> Members)
{
    public string Class => Name.EndsWith("Exception", StringComparison.Ordinal) ? Name
        : (Name.EndsWith("Fault", StringComparison.Ordinal) ? Name.Substring(0, Name.Length - "Fault".Length) : Name) + "Exception";
}
