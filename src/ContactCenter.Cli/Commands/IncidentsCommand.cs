using System.CommandLine;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter incidents</c>: what is open.</summary>
internal static class IncidentsCommand
{
    public static Command Create()
    {
        var severity = new Option<string?>("--severity") { Description = Say.OptionSeverities };
        var state = new Option<string?>("--state") { Description = Say.OptionStates };
        var after = new Option<string?>("--after") { Description = Say.OptionAfter };
        var connection = new ApiConnection();
        var command = new Command(
            "incidents",
            Say.HelpIncidents(ApiConnection.Exit))
        {
            severity, state, after,
        };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            string[] query =
            [
                .. new[] { ("severity", parsed.GetValue(severity)), ("state", parsed.GetValue(state)), ("after", parsed.GetValue(after)) }
                    .Where(static pair => pair.Item2 is not null)
                    .Select(static pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"),
            ];
            var path = $"/incidents{(query.Length > 0 ? $"?{string.Join('&', query)}" : "")}";
            return connection.RunAsync(parsed, HttpMethod.Get, path, body: null, IncidentLines.List, cancellation);
        });
        return command;
    }
}
