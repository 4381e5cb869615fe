using System.Text.Json.Nodes;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Documents;
using ContactCenter.Core.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>docs/api.json describes the routes that are served: UPDATE_SNAPSHOTS=1 writes it.</summary>
public sealed class OpenApiTests
{
    private static readonly Lazy<string> Served = new(static () =>
    {
        using var system = new EmbeddedSystem(Sample.Configuration, TimeProvider.System, TextWriter.Null);
        return OpenApiDocument.Of(system.Services.GetRequiredService<ApiDesk>().Routes);
    });

    private static JsonObject Document => JsonNode.Parse(Served.Value)!.AsObject();

    private static IEnumerable<JsonObject> Operations =>
        Document["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Select(static method => method.Value!.AsObject()));

    [Fact]
    public void The_document_that_is_checked_in_is_the_one_of_the_routes()
    {
        var file = Repository.File("docs", "api.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, Served.Value);
        }

        Assert.Equal(File.ReadAllText(file), Served.Value);
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own() =>
        Assert.Distinct(Operations.Select(static operation => (string)operation["operationId"]!));

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var schemas = Document["components"]!["schemas"]!.AsObject();

        Assert.All(
            References(Document),
            reference => Assert.True(schemas.ContainsKey(reference.Split('/')[^1]), $"{reference} leads nowhere"));
    }

    [Fact]
    public void Every_parameter_of_a_path_is_described() => Assert.All(Document["paths"]!.AsObject(), static path =>
    {
        var named = path.Key.Split('/').Where(static part => part.StartsWith('{')).Select(static part => part.Trim('{', '}'));
        Assert.All(path.Value!.AsObject(), method => Assert.Equal(
            named,
            method.Value!["parameters"]!.AsArray()
                .Where(static parameter => (string)parameter!["in"]! == "path")
                .Select(static parameter => (string)parameter!["name"]!)));
    });

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(static member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray array => array.SelectMany(References),
        _ => [],
    };
}
