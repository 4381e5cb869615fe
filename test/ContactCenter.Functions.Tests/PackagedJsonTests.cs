using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Core.Common;

namespace ContactCenter.Functions.Tests;

/// <summary>What conversions to JSON weigh in a natively compiled package (<c>docs/design/functions.md</c>).</summary>
public sealed class PackagedJsonTests
{
    /// <summary>.NET's own converter of enums is compiled once more for each of them.</summary>
    [Fact]
    public void Enums_are_converted_by_one_code_for_all()
    {
        var enums = Packaged(typeof(FunctionEnvironment).Assembly)
            .SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => type.IsSubclassOf(typeof(JsonSerializerContext)))
            .SelectMany(static context => Conversions(context).Where(static conversion => conversion.Type.IsEnum))
            .ToArray();

        Assert.NotEmpty(enums);
        Assert.Empty(enums.Where(static conversion => !IsShared(conversion.Converter.GetType())).Select(
            static conversion => $"{conversion.OriginatingResolver}: [JsonConverter(typeof(NamedEnumConverter<{conversion.Type.Name}>))]"));
    }

    private static IEnumerable<JsonTypeInfo> Conversions(Type context)
    {
        var made = context.GetProperty("Default", BindingFlags.Static | BindingFlags.Public)!.GetValue(null);
        return context.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(static property => property.PropertyType.IsSubclassOf(typeof(JsonTypeInfo)))
            .Select(property => (JsonTypeInfo)property.GetValue(made)!);
    }

    private static bool IsShared(Type converter) =>
        converter is { IsGenericType: true } && typeof(NamedEnumConverter<>).MakeGenericType(converter.GenericTypeArguments)
            .IsAssignableFrom(converter);

    private static HashSet<Assembly> Packaged(Assembly assembly)
    {
        var found = new HashSet<Assembly>();
        Add(assembly);
        return found;

        void Add(Assembly each)
        {
            var own = each.GetReferencedAssemblies()
                .Where(static name => name.Name!.StartsWith("ContactCenter.", StringComparison.Ordinal));
            if (found.Add(each))
            {
                Array.ForEach([.. own], name => Add(Assembly.Load(name)));
            }
        }
    }
}
