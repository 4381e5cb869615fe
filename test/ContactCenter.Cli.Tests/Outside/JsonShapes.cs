using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>
/// Every JSON document that is read or written through a source-generated context, as its members with their kinds. A document is known by
/// its members and by no type's name, so moving or renaming types changes nothing here.
/// </summary>
internal static class JsonShapes
{
    private const string Own = "ContactCenter.";

    /// <summary>Documents of the assemblies, each a line for the document and one for each member, in the order of their texts.</summary>
    public static IEnumerable<string> Of(IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
        .SelectMany(Documents)
        .Select(lines => string.Join('\n', lines))
        .Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<IEnumerable<string>> Documents(Type context)
    {
        var known = (JsonSerializerContext)context.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var roots = context.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!);
        foreach (var root in roots)
        {
            // what is Amazon's has no lines: it is not ours to hold
            if (Walk(known.GetTypeInfo(root)!, "", []).Distinct().ToArray() is { Length: > 0 } lines)
            {
                yield return ["a document", .. lines.Select(line => $"  {line}")];
            }
        }
    }

    private static IEnumerable<string> Walk(JsonTypeInfo type, string path, IReadOnlyList<Type> above)
    {
        if (above.Contains(type.Type))
        {
            return [$"{path} as above"];
        }

        IReadOnlyList<Type> within = [.. above, type.Type];
        return type.Kind switch
        {
            JsonTypeInfoKind.Object when !IsOwn(type.Type) => [],
            JsonTypeInfoKind.Object => Cases(type, path, within).Concat(Members(type, path, within)),
            JsonTypeInfoKind.Enumerable => Walk(Element(type), $"{path}[]", within),
            JsonTypeInfoKind.Dictionary => Walk(Element(type), $"{path}<name>", within),
            _ => [$"{path} {JsonKinds.Of(type)}"],
        };
    }

    private static IEnumerable<string> Cases(JsonTypeInfo type, string path, IReadOnlyList<Type> above) =>
        (type.PolymorphismOptions?.DerivedTypes ?? []).SelectMany(derived => Walk(
            type.Options.GetTypeInfo(derived.DerivedType),
            $"{path}({type.PolymorphismOptions!.TypeDiscriminatorPropertyName} = {derived.TypeDiscriminator})",
            above));

    private static IEnumerable<string> Members(JsonTypeInfo type, string path, IReadOnlyList<Type> above) => type.Properties
        .Where(member => member.Get is not null || member.Set is not null || member.AssociatedParameter is not null)
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .SelectMany(member => Member(member, type.Options.GetTypeInfo(member.PropertyType), $"{path}.{member.Name}", above));

    private static IEnumerable<string> Member(JsonPropertyInfo member, JsonTypeInfo type, string path, IReadOnlyList<Type> above) =>
        member.IsRequired ? Walk(type, path, above).Prepend($"{path} must be there") : Walk(type, path, above);

    private static JsonTypeInfo Element(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    private static bool IsOwn(Type type) =>
        type.Assembly.GetName().Name is { } name && (name.StartsWith(Own, StringComparison.Ordinal) || name == "contactcenter");
}
