using System.CommandLine;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter incidents</c>: what is open.</summary>
internal static class IncidentsCommand
{
    public static Command Create()
    {
        var severity = new Option<string?>("--severity") { Description = "Only of these severities, such as P1,P2." };
        var state = new Option<string?>("--state") { Description = "Only in these states, such as open,acknowledged." };
        var after = new Option<string?>("--after") { Description = "The next page: what the page before ended with." };
        var connection = new ApiConnection();
        var command = new Command(
            "incidents",
            $"""
            Lists the incidents of a deployment that are not over, the worst first. It asks the API of the deployment and nothing else
            (docs/design/api.md).

            {ApiConnection.Exit}

            Examples:
              contactcenter incidents --api https://abc.execute-api.eu-central-1.amazonaws.com/api/v1 --token-file token
              contactcenter incidents --severity P1,P2 --json
            """)
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
