using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>The deployed functions of a center with a rotation, in which people decide things.</summary>
internal sealed class DecidingSystem : IDisposable
{
    public const string Administrator = "[administrator]";
    public const string Responder = "[responder]";
    public const string Viewer = "[viewer]";

    public DecidingSystem(Action<IServiceCollection>? ports = null, Action<OnCallSettings>? rota = null) =>
        Api = new ApiSystem(ports: (services, _) => ports?.Invoke(services), center: sample =>
        {
            var center = Center(sample);
            rota?.Invoke(center.OnCall["rota"]);
            return center;
        });

    public ApiSystem Api { get; }

    /// <summary>A setting as somebody asks for it, until hours from now.</summary>
    public JsonObject Wanted(string type, double hours = 2, params (string Name, JsonNode? Value)[] members)
    {
        var wanted = new JsonObject { ["type"] = type, ["reason"] = "as agreed", ["until"] = Api.Clock.Now.AddHours(hours).ToString("O") };
        foreach (var (name, value) in members)
        {
            wanted[name] = value;
        }

        return wanted;
    }

    public JsonObject Mute(double hours = 2) => Wanted("mute", hours, ("resource", "Billing"));

    public Task<ApiReply> MakeAsync(JsonNode wanted, string groups = Administrator) =>
        Api.CallAsync("POST", "/settings", wanted, groups: groups);

    public Task<ApiReply> EndAsync(string id, string groups = Administrator) =>
        Api.CallAsync("POST", $"/settings/{id}/end", Reason(), groups: groups);

    public Task<ApiReply> UndoAsync(string act, string groups = Administrator) =>
        Api.CallAsync("POST", $"/setting-acts/{act}/undo", Reason(), groups: groups);

    public async Task<string[]> IdsAsync(string query = "") =>
    [
        .. (await Api.CallAsync("GET", $"/settings{query}", groups: Viewer)).Body["items"]!.AsArray()
            .Select(static item => (string)item!["setting"]!["id"]!),
    ];

    public static JsonObject Reason() => new() { ["reason"] = "it was wrong" };

    public void Dispose() => Api.Dispose();

    private static ContactCenterConfiguration Center(ContactCenterConfiguration sample) => sample with
    {
        OnCall = new Dictionary<string, OnCallSettings>
        {
            ["rota"] = new()
            {
                From = new DateOnly(2026, 5, 4),
                HandOver = TimeOnly.MinValue,
                Participants = [Participant("ann"), Participant("ben")],
            },
        },
    };

    private static OnCallParticipant Participant(string name) =>
        new() { Name = name, Endpoints = [new Endpoint { Channel = Channel.Email, To = $"{name}@example.com" }] };
}
