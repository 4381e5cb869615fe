using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Infra.Tests;

/// <summary>The templates of the sample configuration, synthesised once for all tests.</summary>
internal static class Synthesis
{
    /// <summary>The JavaScript runtime behind the CDK answers one caller at a time.</summary>
    private static readonly Lock Gate = new();

    /// <summary>The Region in which the sample stands by, so that what holds for every stack holds there too.</summary>
    public const string StandbyRegion = "eu-west-1";

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> Templates = new(() => Of(Sample() with { StandbyRegion = StandbyRegion }));

    /// <summary>The sample that is in the repository.</summary>
    public static ContactCenterConfiguration Sample() =>
        ConfigurationReader.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "contactcenter.json"))).Configuration!;

    /// <summary>The template of one stack of the sample.</summary>
    /// <param name="stack">Name without the prefix, such as <c>monitoring</c>.</param>
    public static JsonObject Stack(string stack) => Templates.Value[$"cc-prod-{stack}"];

    /// <summary>Every template of the sample by its stack's name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> All => Templates.Value;

    /// <summary>Synthesises configurations, beside each other in one application, with an empty function package.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Of(params ReadOnlySpan<ContactCenterConfiguration> configurations)
    {
        lock (Gate)
        {
            return Synthesise(configurations);
        }
    }

    private static Dictionary<string, JsonObject> Synthesise(ReadOnlySpan<ContactCenterConfiguration> configurations)
    {
        var app = DeploymentApp.Create();
        var package = EmptyPackage();
        try
        {
            foreach (var configuration in configurations)
            {
                _ = new Deployment(app, configuration, package);
            }

            return app.Synth().Stacks.ToDictionary(
                stack => stack.StackName, stack => JsonNode.Parse(File.ReadAllText(stack.TemplateFullPath))!.AsObject(), StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(package, recursive: true);
        }
    }

    /// <summary>Resources of a type with their logical ids.</summary>
    public static IEnumerable<(string Id, JsonObject Properties)> Resources(this JsonObject template, string type) =>
        from resource in template["Resources"]!.AsObject()
        where (string?)resource.Value!["Type"] == type
        select (resource.Key, resource.Value["Properties"]?.AsObject() ?? []);

    private static string EmptyPackage()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-package-").FullName;
        File.WriteAllText(Path.Combine(folder, $"{FunctionPackage.Handler}.dll"), "");
        return folder;
    }
}
