using System.Text;

namespace Amazon.StandIns.SourceGenerator;

/// <summary>
/// Writes how each operation's request is written and its response is read. An operation is a class of its own, so that trimming leaves
/// only those that are called; a structure or collection is a method, written once for the direction that it goes.
/// </summary>
internal sealed class OperationsCode
{
    /// <summary>In place of an idempotency token that the caller left out, so that a retry is known as one.</summary>
    private const string NewToken = " ?? global::System.Guid.NewGuid().ToString()";

    private readonly Service _service;
    private readonly StringBuilder _code = new(CSharp.Header);
    private readonly Queue<(TypeName Type, bool IsRead)> _open = new();
    private readonly HashSet<(TypeName Type, bool IsRead)> _known = [];

    private OperationsCode(Service service) => _service = service;

    private string Reader => _service.IsQuery ? "XmlBody r" : "ref JsonBody r";

    public static string Write(Service service) => new OperationsCode(service).Write();

    private string Write()
    {
        Line($"using Amazon.Runtime;\nusing Amazon.Runtime.Internal;\nusing Amazon.StandIns;\nusing {_service.Namespace}.Model;\n");
        Line($"namespace {_service.Namespace}.Internal;\n");
        WriteBase();
        _service.Operations.ForEach(WriteOperation);
        Line("internal static class Shapes\n{");
        while (_open.Count > 0)
        {
            (TypeName type, bool isRead) = _open.Dequeue();
            (isRead ? WriteReader : (Action<TypeName>)WriteWriter)(type);
        }

        return _code.AppendLine("}").ToString();
    }

    private void WriteBase()
    {
        string Create(string type) => $"new {type}(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode)";
        Line($"internal abstract class Operation : {(_service.IsQuery ? "QueryOperation" : "JsonOperation")}\n{{");
        Line("    protected override AmazonServiceException ToException(ErrorResponse e) => e.Code switch\n    {");
        foreach (IGrouping<string, Error> errors in _service.Errors.GroupBy(e => e.Class))
        {
            IEnumerable<string> codes = errors.SelectMany(e => new[] { e.Name, e.Code }).Distinct().Select(code => $"\"{code}\"");
            Line($"        {string.Join(" or ", codes)} => {Create(errors.Key)},");
        }

        Line($"        _ => {Create(_service.Client + "Exception")},\n    }};\n");
        Line($$"""
                protected static string Required(string name, string value) => string.IsNullOrEmpty(value)
                    ? throw new {{_service.Client}}Exception("Request object does not have required field " + name + " set") : value;
            """);
        if (!_service.IsQuery)
        {
            Line($"    protected override void ReadMembers(AmazonServiceException exception, {Reader})\n    {{");
            Line("        switch (exception)\n        {");
            foreach (IGrouping<string, Error> errors in _service.Errors.Where(e => e.Members.Count > 0).GroupBy(e => e.Class))
            {
                Line($"            case {errors.Key} value:");
                ReadMembers([.. errors.SelectMany(e => e.Members)]);
                Line("                break;");
            }

            Line("        }\n    }");
        }

        Line("}\n");
    }

    private void WriteOperation(Operation operation)
    {
        string name = operation.Name;
        Line($$"""
            internal sealed class {{name}}Operation : Operation
            {
                public static readonly {{name}}Operation Instance = new {{name}}Operation();

                public override IRequest Marshall(AmazonWebServiceRequest input)
                {
                    var value = ({{name}}Request)input;
                    var request = new DefaultRequest(input, "{{_service.Namespace}}");
                    request.HttpMethod = "{{operation.Method}}";
                    request.ResourcePath = "{{operation.Path}}";
            """);
        List<Member> body = operation.Request.FindAll(m => m.Place == "body");
        if (_service.IsQuery)
        {
            Line("        var w = new QueryFields(request.Parameters);");
            Line($"        w.Name(\"Action\"); w.Value(\"{name}\"); w.Name(\"Version\"); w.Value(\"{_service.Version}\");");
            WriteMembers(body);
        }
        else
        {
            Line($"        request.UseQueryString = {(operation.Request.Exists(m => m.Place == "query") ? "true" : "false")};");
            operation.Request.FindAll(m => m.Place is not ("body" or "payload")).ForEach(WriteOutsideBody);
            WriteBody(name, body);
            operation.Request.FindAll(m => m.Place == "payload").ForEach(WritePayload);
        }

        Line($"        return request;\n    }}\n\n    protected override AmazonWebServiceResponse Read({Reader})\n    {{");
        Line($"        var value = new {name}Response();");
        ReadMembers(operation.Response.FindAll(m => m.Place == "body"));
        Line("        return value;\n    }\n");
        WriteOutsideReader(name, operation.Response.FindAll(m => m.Place != "body"));
        Line("}\n");
    }

    private void WritePayload(Member member)
    {
        Line($"        request.Headers[\"Content-Type\"] = \"application/octet-stream\";");
        Line($"        request.Content = value.{member.Property}?.ToArray() ?? global::System.Array.Empty<byte>();");
    }

    /// <summary>What a response has outside its body. Where the body is a payload there is nothing else in it to read.</summary>
    private void WriteOutsideReader(string name, List<Member> outside)
    {
        if (outside.Count == 0)
        {
            return;
        }

        string bytes = "global::System.ReadOnlySpan<byte> bytes";
        Line("    protected override AmazonWebServiceResponse ReadWhole(");
        Line($"        {bytes}, global::Amazon.Runtime.Internal.Transform.IWebResponseData data)\n    {{");
        bool hasPayload = outside.Exists(m => m.Place == "payload");
        Line($"        var value = {(hasPayload ? $"new {name}Response()" : $"({name}Response)base.ReadWhole(bytes, data)")};");
        foreach (Member member in outside)
        {
            Line($"        value.{member.Property} = " + member.Place switch
            {
                "payload" => "new global::System.IO.MemoryStream(bytes.ToArray());",
                "status" => "(int)data.StatusCode;",
                _ => $"data.IsHeaderPresent(\"{member.Wire}\") ? data.GetHeaderValue(\"{member.Wire}\") : null;",
            });
        }

        Line("        return value;\n    }");
    }

    private void WriteOutsideBody(Member member)
    {
        string value = "value." + member.Property;
        string text = member.Type switch
        {
            { Text: "token" } => $"({value}{NewToken})",
            { IsText: true } or { IsList: true } => value,
            { IsTime: true } => $"WireText.{(member.Type.Text == "time" && member.Place == "header" ? "Http" : "Iso")}({value})",
            _ when _service.Enums.ContainsKey(member.Type.Text) => value + "?.Value",
            _ => $"WireText.Of({value})",
        };
        string variable = "t" + member.Property;
        string parameters = member.Type.IsList ? "ParameterCollection" : "Parameters";
        Line("        " + member.Place switch
        {
            "path" => $"request.AddPathResource(\"{{{member.Wire}}}\", Required(\"{member.Property}\", {text}));",
            "header" => $"if ({text} is {{ }} {variable}) {{ request.Headers[\"{member.Wire}\"] = {variable}; }}",
            _ => $"if ({text} is {{ }} {variable}) {{ request.{parameters}.Add(\"{member.Wire}\", {variable}); }}",
        });
    }

    private void WriteBody(string operation, List<Member> body)
    {
        string type = _service.IsRest ? "json" : "x-amz-" + _service.Facts["protocol"].Replace(' ', '-');
        if (!_service.IsRest)
        {
            Line($"        request.Headers[\"X-Amz-Target\"] = \"{_service.Facts["target"]}.{operation}\";");
        }

        if (!_service.IsRest || body.Count > 0)
        {
            Line($"        request.Headers[\"Content-Type\"] = \"application/{type}\";");
            Line("        using var w = new JsonFields();\n        w.StartObject();");
            WriteMembers(body);
            Line("        w.EndObject();\n        request.Content = w.ToArray();");
        }
    }

    private void WriteMembers(List<Member> members)
    {
        foreach (Member member in members)
        {
            string value = "value." + member.Property + (member.Type.Text == "token" ? NewToken : "");
            string written = WriteValue(member.Type, $"v{member.Property}{(_service.Enums.ContainsKey(member.Type.Text) ? ".Value" : "")}");
            Line($"        if (({value}) is {{ }} v{member.Property}) {{ w.Name({Literal(member.Wire)}); {written}; }}");
        }
    }

    private string WriteValue(TypeName type, string value) => type.Text switch
    {
        "time-unix" => $"w.Value(WireText.Unix({value}))",
        "time-http" => $"w.Value(WireText.Http({value}))",
        "time" when !_service.IsQuery => $"w.Value(WireText.Unix({value}))",
        "time" or "time-iso" => $"w.Value(WireText.Iso({value}))",
        "bool" or "blob" => $"w.Value({value})",
        _ when type.IsText || type.IsNumber || _service.Enums.ContainsKey(type.Text) => $"w.Value({value})",
        _ => $"{Method(type, isRead: false)}(w, {value})",
    };

    private void WriteWriter(TypeName type)
    {
        string kind = type.IsList || (type.IsMap && _service.IsQuery) ? "List" : "Object";
        string writer = _service.IsQuery ? "QueryFields" : "JsonFields";
        Line($"    public static void Write{Suffix(type)}({writer} w, {CSharp.TypeOf(_service, type)} value)\n    {{");
        Line($"        w.Start{kind}();");
        if (type.IsList)
        {
            Line($"        foreach (var item in value) {{ {WriteValue(type.Item, "item")}; }}");
        }
        else if (type.IsMap)
        {
            string names = _service.IsQuery ? string.Concat(type.EntryNames.Select(n => $", \"{n}\"")) : "";
            Line($"        foreach (var item in value) {{ w.Key(item.Key{names}); {WriteValue(type.Item, "item.Value")}; }}");
        }
        else
        {
            WriteMembers(_service.Shape(type.Text));
        }

        Line($"        w.End{kind}();\n    }}\n");
    }

    private void ReadMembers(List<Member> members)
    {
        if (members.Count > 0)
        {
            IEnumerable<string> cases = members.Select(m => $"if (r.Is({Literal(m.Wire)})) value.{m.Property} = {ReadValue(m.Type)};\n");
            string all = string.Join("            else ", _service.IsQuery ? cases : cases.Append("r.Skip();\n"));
            Line($"        for (r.StartObject(); r.NextMember();)\n        {{\n            {all}        }}");
        }
    }

    private string ReadValue(TypeName type) => type switch
    {
        { IsTime: true } => "r.Time()",
        { Text: "bool" } => "r.Bool()",
        { Text: "blob" } => "r.Blob()",
        { IsNumber: true } => $"r.Number<{type.Text}>()",
        _ when type.IsText || _service.Enums.ContainsKey(type.Text) => "r.Text()",
        _ => $"{Method(type, isRead: true)}({(_service.IsQuery ? "" : "ref ")}r)",
    };

    private void WriteReader(TypeName type)
    {
        // An empty collection of the query protocol is the same as none; in JSON there is a difference.
        string result = CSharp.TypeOf(_service, type);
        Line($"    public static {result} Read{Suffix(type)}({Reader})\n    {{");
        Line($"        {result} value = {(_service.IsQuery && (type.IsList || type.IsMap) ? "null" : "new()")};");
        if (type.IsList)
        {
            string next = _service.IsQuery ? "StartObject(); r.NextMember()" : "StartList(); r.NextItem()";
            Line($"        for (r.{next};) {{ (value ??= []).Add({ReadValue(type.Item)}); }}");
        }
        else if (type.IsMap)
        {
            Line($"        for (r.StartObject(); r.NextEntry(out string key);) {{ (value ??= [])[key] = {ReadValue(type.Item)}; }}");
        }
        else
        {
            ReadMembers(_service.Shape(type.Text));
        }

        Line("        return value;\n    }\n");
    }

    private string Method(TypeName type, bool isRead)
    {
        if (_known.Add((type, isRead)))
        {
            _open.Enqueue((type, isRead));
        }

        return $"Shapes.{(isRead ? "Read" : "Write")}{Suffix(type)}";
    }

    /// <summary>Part of a method's name: a type as an identifier.</summary>
    private static string Suffix(TypeName type) =>
        type.IsList ? "List_" + Suffix(type.Item) : type.IsMap ? "Map_" + Suffix(type.Item) : type.Text.Replace('-', '_');

    private string Literal(string name) => $"\"{name}\"{(_service.IsQuery ? "" : "u8")}";

    private void Line(string text) => _code.AppendLine(text);
}
