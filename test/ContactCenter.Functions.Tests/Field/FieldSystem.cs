using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Functions.Tests.Contacts;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Field;

/// <summary>The deployed functions on the sample configuration, asked in the JSON of contact flows.</summary>
internal sealed class FieldSystem : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringWriter _log = new();
    private readonly EmbeddedSystem _system;
    private int _contacts;

    public FieldSystem(
        ContactCenterConfiguration? configuration = null, Action<IServiceCollection>? ports = null, TimeProvider? clock = null) =>
        _system = new EmbeddedSystem(configuration ?? Hooks.Configuration, clock ?? TimeProvider.System, _log, ports);

    /// <summary>What the functions logged, metrics included.</summary>
    public string Log => _log.ToString();

    /// <summary>The lines of a case's file.</summary>
    public static IEnumerable<string> Lines(string file) => File.ReadLines(PathOf(file)).Where(static line => line.Length > 0);

    /// <summary>A case's file.</summary>
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Field", "Cases", file);

    /// <summary>What a hook answers to the event of a case's file.</summary>
    public Task<Dictionary<string, string>> AskFileAsync(string hook, string file) => AskAsync(hook, File.ReadAllBytes(PathOf(file)));

    /// <summary>What a hook answers a chat that tells it parameters.</summary>
    public Task<Dictionary<string, string>> AskAsync(string hook, params (string Name, string Value)[] parameters) =>
        AskAsync(hook, "CHAT", [], parameters);

    /// <summary>What a hook answers a contact.</summary>
    public Task<Dictionary<string, string>> AskAsync(
        string hook, string channel, (string Name, string Value)[] attributes, (string Name, string Value)[] parameters) => AskAsync(
        hook,
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Name = "ContactFlowEvent",
                Details = new
                {
                    ContactData = new
                    {
                        ContactId = $"field-{++_contacts}",
                        Channel = channel,
                        Attributes = attributes.ToDictionary(static one => one.Name, static one => one.Value),
                    },
                    Parameters = parameters.ToDictionary(static one => one.Name, static one => one.Value),
                },
            },
            Readable));

    /// <summary>What a function answers to an event.</summary>
    public async Task<Dictionary<string, string>> AskAsync(string function, byte[] request)
    {
        var answer = await _system.InvokeAsync(EmbeddedFunction.Find(function)!, request);
        return JsonDocument.Parse(answer).RootElement.EnumerateObject().ToDictionary(
            static member => member.Name, static member => member.Value.ToString());
    }

    public void Dispose()
    {
        _system.Dispose();
        _log.Dispose();
    }
}
