using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests;

/// <summary>All templates of the sample, resource by resource.</summary>
internal static class Templates
{
    /// <summary>Every resource of every stack.</summary>
    public static IEnumerable<Resource> Resources { get; } =
    [
        .. Synthesis.All.SelectMany(stack => stack.Value["Resources"]!.AsObject().Select(resource =>
            new Resource(stack.Key, resource.Key, (string)resource.Value!["Type"]!, resource.Value["Properties"]?.AsObject() ?? []))),
    ];

    /// <summary>Every resource of a type.</summary>
    public static IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>A resource in a template.</summary>
    internal sealed record Resource(string Stack, string Id, string Type, JsonObject Properties)
    {
        public override string ToString() => $"{Stack}/{Id} ({Type})";
    }
}
