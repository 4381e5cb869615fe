using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Api.Documents;

/// <summary>
/// The API as an OpenAPI 3.1 document, made from the routes that are served: what is described and what is answered are one thing.
/// </summary>
public static class OpenApiDocument
{
    private const string Json = "application/json";
    private const string Schemas = "#/components/schemas/";

    /// <summary>The document as it is checked in.</summary>
    /// <param name="routes">The routes that are served.</param>
    public static string Of(IEnumerable<ApiRoute> routes)
    {
        var (paths, schemas) = (new JsonObject(), new SortedDictionary<string, JsonNode>(StringComparer.Ordinal));
        _ = Reference(ApiJson.Default.ProblemDetails, schemas);
        foreach (var route in routes)
        {
            if (paths[route.Path] is not JsonObject path)
            {
                paths[route.Path] = path = [];
            }

#pragma warning disable CA1308 // OpenAPI spells methods in lower case
            path[route.Method.ToLowerInvariant()] = Operation(route, schemas);
#pragma warning restore CA1308
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "ContactCenterServerless",
                ["version"] = "1",
                ["description"] = "Incidents of a contact center, and what people do about them. docs/design/api.md tells how it is meant.",
            },
            ["servers"] = new JsonArray(
                new JsonObject { ["url"] = ApiDesk.Base, ["description"] = "For people: with a token of the configured issuer." },
                new JsonObject { ["url"] = ApiDesk.SignedBase, ["description"] = "For machines: with a signed token." }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(schemas.Select(static schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value))),
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
            },
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
    }

    private static JsonObject Operation(ApiRoute route, SortedDictionary<string, JsonNode> schemas)
    {
        var parameters = new JsonArray();
        foreach (var segment in route.Segments.Where(static segment => segment.StartsWith('{')))
        {
            parameters.Add((JsonNode)Parameter(segment.Trim('{', '}'), "path", null));
        }

        foreach (var (name, meaning) in route.Query)
        {
            parameters.Add((JsonNode)Parameter(name, "query", meaning));
        }

        if (route.Method != "GET")
        {
            parameters.Add((JsonNode)Parameter("Idempotency-Key", "header", "The same key again gives the same answer, for a day."));
        }

        if (route is { IsVersioned: true, Method: not "GET" })
        {
            parameters.Add((JsonNode)Parameter("If-Match", "header", "The ETag that you have seen; another one is refused with 412."));
        }

        var operation = new JsonObject
        {
            ["operationId"] = Name(route),
            ["summary"] = route.Summary,
            ["description"] = $"Takes the role {ApiDesk.Name(route.Role)}.",
            ["parameters"] = parameters,
        };
        if (route.Body is { } body)
        {
            operation["requestBody"] = new JsonObject { ["content"] = Content(Json, Reference(body, schemas, route.BodyName)) };
        }

        operation["responses"] = new JsonObject
        {
            [$"{route.Success}"] = new JsonObject
            {
                ["description"] = "Done.",
                ["content"] = Content(Json, Reference(route.Answer!, schemas)),
            },
            ["default"] = new JsonObject
            {
                ["description"] = "Why not (RFC 9457).",
                ["content"] = Content(ProblemDetails.MediaType, Reference(ApiJson.Default.ProblemDetails, schemas)),
            },
        };
        return operation;
    }

    /// <summary><c>POST /incidents/{id}/acknowledge</c> is <c>postIncidentsAcknowledge</c>; what names one thing says so.</summary>
    private static string Name(ApiRoute route)
    {
        var words = route.Segments.Select(static segment => segment.StartsWith('{') ? "One" : Capital(segment));
#pragma warning disable CA1308 // names of operations begin small
        return $"{route.Method.ToLowerInvariant()}{string.Concat(words)}";
#pragma warning restore CA1308

        static string Capital(string segment) =>
            string.Concat(segment.Split('-').Select(static word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
    }

    private static JsonObject Parameter(string name, string place, string? meaning)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        if (meaning is not null)
        {
            parameter["description"] = meaning;
        }

        return parameter;
    }

    private static JsonObject Content(string mediaType, JsonObject schema) =>
        new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Reference(JsonTypeInfo type, SortedDictionary<string, JsonNode> schemas, string? called = null)
    {
        var name = called ?? type.Type.Name;
        if (schemas.TryAdd(name, new JsonObject()))
        {
            schemas[name] = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, node) => Describe(context, Named(context, schemas) ?? node),
            });
        }

        return new JsonObject { ["$ref"] = $"{Schemas}{name}" };
    }

    /// <summary>
    /// An object within another has a name too; what derives from a type is described where that is, with what tells it apart.
    /// </summary>
    private static JsonObject? Named(JsonSchemaExporterContext context, SortedDictionary<string, JsonNode> schemas) =>
        !context.Path.IsEmpty && context.BaseTypeInfo is null && context.TypeInfo.Kind == JsonTypeInfoKind.Object
            ? Reference(context.TypeInfo, schemas)
            : null;

    /// <summary>A length of time is written as the configuration writes it, which the exporter cannot know.</summary>
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var meaning = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true)
            .OfType<DescriptionAttribute>()
            .FirstOrDefault();
        var described = context.TypeInfo.Type == typeof(TimeSpan) || context.TypeInfo.Type == typeof(TimeSpan?)
            ? new JsonObject { ["type"] = "string" }
            : EnumNames.Schema(context.TypeInfo, node) ?? node;
        if (meaning is not null && described is JsonObject schema)
        {
            schema.Insert(0, "description", meaning.Description);
        }

        return described;
    }
}
