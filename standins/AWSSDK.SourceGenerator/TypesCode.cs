using System.Text;

namespace Amazon.StandIns.SourceGenerator;

/// <summary>Writes enumerations, structures, requests, responses and exceptions.</summary>
internal static class TypesCode
{
    public static string Write(Service service)
    {
        var code = new StringBuilder(CSharp.Header);
        _ = code.AppendLine($"using Amazon.Runtime;\n\nnamespace {service.Namespace}\n{{");
        foreach (KeyValuePair<string, string[]> type in service.Enums)
        {
            WriteEnum(code, type.Key, type.Value);
        }

        _ = code.AppendLine($"}}\n\nnamespace {service.Namespace}.Model\n{{");
        foreach (KeyValuePair<string, List<Member>> shape in service.Shapes)
        {
            WriteClass(code, shape.Key, "", Properties(service, shape.Value));
        }

        foreach (Operation operation in service.Operations)
        {
            WriteClass(code, operation.Name + "Request", $" : {service.Client}Request", Properties(service, operation.Request));
            WriteClass(code, operation.Name + "Response", " : AmazonWebServiceResponse", Properties(service, operation.Response));
        }

        foreach (IGrouping<string, Error> errors in service.Errors.GroupBy(e => e.Class))
        {
            _ = code.AppendLine(ClientCode.ExceptionClass(
                errors.Key, service.Client + "Exception", Properties(service, errors.SelectMany(e => e.Members))));
        }

        return code.AppendLine("}").ToString();
    }

    private static void WriteEnum(StringBuilder code, string name, string[] values)
    {
        IEnumerable<string> fields = values.Select(v => $"    public static readonly {name} {CSharp.FieldOf(v)} = new {name}(\"{v}\");");
        _ = code.AppendLine($$"""
            public class {{name}} : ConstantClass
            {
            {{string.Join("\n", fields)}}
                public {{name}}(string value) : base(value) { }
                public static implicit operator {{name}}(string value) => FindValue(value);
                public static {{name}} FindValue(string value) => FindValue<{{name}}>(value);
            }

            """);
    }

    private static void WriteClass(StringBuilder code, string name, string bases, string members) =>
        _ = code.AppendLine($"public class {name}{bases}\n{{\n{members}}}\n");

    private static string Properties(Service service, IEnumerable<Member> members) => string.Concat(
        members.Select(m => $"    public {CSharp.PropertyType(service, m.Type)} {m.Property} {{ get; set; }}\n"));
}
