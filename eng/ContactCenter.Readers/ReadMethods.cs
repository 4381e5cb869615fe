using System.Text;
using Microsoft.CodeAnalysis;

namespace ContactCenter.Readers;

/// <summary>The methods that read types out of JSON, each written once when it is first called.</summary>
/// <param name="reader">The class that gets them. Its own methods from a reader to a type are taken for that type.</param>
/// <param name="problems">Gets what cannot be read.</param>
internal sealed class ReadMethods(INamedTypeSymbol reader, ICollection<string> problems)
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private readonly Dictionary<string, (string Name, string Code)> _methods = [];
    private readonly Dictionary<string, string> _own = reader.GetMembers().OfType<IMethodSymbol>()
        .Where(static method => method.Parameters.Length == 1 && method.Parameters[0].RefKind == RefKind.Ref)
        .ToDictionary(static method => NameOf(method.ReturnType), static method => method.Name);

    /// <summary>A type as code names it, without marks of nullability.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>All methods that were called.</summary>
    public string Write() => string.Concat(_methods.Values.Select(static method => method.Code));

    /// <summary>
    /// An expression that reads a value of a type at the place of the reader; null where JSON has null and the type allows it.
    /// </summary>
    public string Call(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return "reader.GetString()";
            case SpecialType.System_Boolean:
                return "reader.GetBoolean()";
            case SpecialType.System_Int32:
                return "reader.GetInt32()";
            case SpecialType.System_Double:
                return "reader.GetDouble()";
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return $"reader.TokenType == JsonTokenType.Null ? null : {Call(nullable.TypeArguments[0])}";
        }

        if (_own.TryGetValue(NameOf(type), out string? own))
        {
            return $"{own}(ref reader)";
        }

        if (type is not INamedTypeSymbol named)
        {
            problems.Add($"{NameOf(type)} cannot be read");
            return "default!";
        }

        if (!_methods.TryGetValue(NameOf(type), out (string Name, string) method))
        {
            // known before it is written: a type may be part of itself
            string name = $"Read{_methods.Count}";
            _methods[NameOf(type)] = (name, "");
            _methods[NameOf(type)] = method = (name, Method(name, named));
        }

        return $"{method.Name}(ref reader)";
    }

    private string Method(string name, INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return OfEnum(name, type);
        }

        if (type.TypeArguments.LastOrDefault() is { } of && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")
        {
            return type.TypeArguments.Length == 1 ? OfList(name, of) : OfDictionary(name, of);
        }

        if (type.IsAbstract || !type.InstanceConstructors.Any(static constructor => constructor.Parameters.Length == 0))
        {
            problems.Add($"{NameOf(type)} cannot be read: it cannot be made without anything");
            return "";
        }

        return OfObject(name, type);
    }

    /// <summary>By its names, whatever their case.</summary>
    private static string OfEnum(string name, INamedTypeSymbol type)
    {
        StringBuilder code = new StringBuilder().AppendLine($$"""
                private static {{NameOf(type)}} {{name}}(ref Utf8JsonReader reader)
                {
                    string? text = reader.GetString();
            """);
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.IsConst))
        {
            _ = code.AppendLine(
                $"        if (string.Equals(text, \"{member.Name}\", global::System.StringComparison.OrdinalIgnoreCase)) "
                    + $"return {NameOf(type)}.{member.Name};");
        }

        return code.AppendLine($$"""
                    throw new JsonException($"'{text}' is no {{type.Name}}");
                }
            """).ToString();
    }

    private string OfList(string name, ITypeSymbol of) => $$"""
            private static global::System.Collections.Generic.List<{{NameOf(of)}}>? {{name}}(ref Utf8JsonReader reader)
            {
                if (reader.TokenType == JsonTokenType.Null) return null;
                Expect(ref reader, JsonTokenType.StartArray);
                var read = new global::System.Collections.Generic.List<{{NameOf(of)}}>();
                for (Next(ref reader); reader.TokenType != JsonTokenType.EndArray; Next(ref reader))
                {
                    read.Add(({{Call(of)}})!);
                }

                return read;
            }

        """;

    private string OfDictionary(string name, ITypeSymbol of) => $$"""
            private static global::System.Collections.Generic.Dictionary<string, {{NameOf(of)}}>? {{name}}(ref Utf8JsonReader reader)
            {
                if (reader.TokenType == JsonTokenType.Null) return null;
                Expect(ref reader, JsonTokenType.StartObject);
                var read = new global::System.Collections.Generic.Dictionary<string, {{NameOf(of)}}>();
                for (Next(ref reader); reader.TokenType != JsonTokenType.EndObject; Next(ref reader))
                {
                    string key = reader.GetString()!;
                    Next(ref reader);
                    read[key] = ({{Call(of)}})!;
                }

                return read;
            }

        """;

    private string OfObject(string name, INamedTypeSymbol type)
    {
        IPropertySymbol[] properties = [.. Properties(type)];
        IPropertySymbol[] required = [.. properties.Where(static property => property.IsRequired)];
        string missing = string.Join(", ", required.Select(static property => $"{property.Name} = default!"));
        StringBuilder code = new StringBuilder().AppendLine($$"""
                private static {{NameOf(type)}}? {{name}}(ref Utf8JsonReader reader)
                {
                    if (reader.TokenType == JsonTokenType.Null) return null;
                    Expect(ref reader, JsonTokenType.StartObject);
                    var read = new {{NameOf(type)}}{{(required.Length == 0 ? "()" : $" {{ {missing} }}")}};
                    var missing = {{(1UL << required.Length) - 1}}UL;
                    for (Next(ref reader); reader.TokenType != JsonTokenType.EndObject; Next(ref reader))
                    {
            """);
        foreach (IPropertySymbol property in properties)
        {
            int place = Array.IndexOf(required, property);
            _ = code.AppendLine($"            if (reader.ValueTextEquals(\"{JsonName(property)}\"u8))")
                .AppendLine("            {")
                .AppendLine("                Next(ref reader);")
                .AppendLine($"                read.{property.Name} = ({Call(property.Type)})!;");
            if (place >= 0)
            {
                _ = code.AppendLine($"                missing &= ~{1UL << place}UL;");
            }

            _ = code.AppendLine("                continue;").AppendLine("            }").AppendLine();
        }

        return code.AppendLine($$"""
                        reader.Skip();
                    }

                    return missing == 0 ? read : throw new JsonException("{{type.Name}} is not whole");
                }
            """).ToString();
    }

    private IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? of = type; of is { SpecialType: not SpecialType.System_Object }; of = of.BaseType)
        {
            foreach (IPropertySymbol property in of.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, SetMethod: { } set }
                    && !property.GetAttributes().Any(static mark => mark.AttributeClass?.Name == "JsonIgnoreAttribute"))
                {
                    if (set.IsInitOnly)
                    {
                        problems.Add($"{NameOf(type)}.{property.Name} cannot be read: it has no setter");
                    }

                    yield return property;
                }
            }
        }
    }

    private static string JsonName(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(static mark => mark.AttributeClass?.Name == "JsonPropertyNameAttribute")
            ?.ConstructorArguments[0].Value as string ?? CamelCase(property.Name);

    /// <summary>Leading capitals become small, but for the last one before a small letter.</summary>
    private static string CamelCase(string name)
    {
        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
