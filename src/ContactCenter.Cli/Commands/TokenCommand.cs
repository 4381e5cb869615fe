using System.CommandLine;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter token</c>: signs a token of the API for a machine.</summary>
internal static class TokenCommand
{
    /// <summary>The secret is a short JSON.</summary>
    private const int MaximumSecret = 64 * 1024;

    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "Who acts by it, as it stands on timelines.", Required = true };
        var role = new Option<ApiRole>("--role") { Description = "What it may do.", DefaultValueFactory = static _ => ApiRole.Viewer };
        var days = new Option<int>("--days")
        {
            Description = $"For how many days it counts, at most {SignedTokens.MaximumLifetime.TotalDays}.",
            DefaultValueFactory = static _ => 30,
        };
        days.Validators.Add(result =>
        {
            if (result.TryRead<int>(out var value) && (value < 1 || value > SignedTokens.MaximumLifetime.TotalDays))
            {
                result.AddError($"--days: expected 1 to {SignedTokens.MaximumLifetime.TotalDays}");
            }
        });
        var command = new Command(
            "token",
            """
            Signs a token with which a machine calls the API, where the configuration has api.signedTokens. The secret with the keys of links
            is read from standard input, so that it stands in no command line. Whoever has the token has its role until it expires, or until its
            key is neither the current nor the previous one of the secret.

            Exit codes: 0 done, 1 the secret is not of its form, 2 the command line is wrong.

            Example:
              aws secretsmanager get-secret-value --secret-id cc-prod-links --query SecretString --output text \
                | contactcenter token --name night-watch --role responder --days 30 > token
            """)
        {
            name, role, days,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(name)!, parsed.GetValue(role), TimeSpan.FromDays(parsed.GetValue(days)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, ApiRole role, TimeSpan lifetime, CancellationToken cancellation)
    {
        try
        {
            var buffer = new char[MaximumSecret];
            var length = await Console.In.ReadBlockAsync(buffer, cancellation);
            var keys = LinkKeyText.Read(new Secret(new string(buffer, 0, length).Trim()));
            Console.WriteLine(SignedTokens.Make(name, role, TimeProvider.System.GetUtcNow() + lifetime, keys));
            return ExitCode.Done;
        }
        catch (ChannelException wrong)
        {
            await Console.Error.WriteLineAsync($"standard input: {wrong.Message}");
            return ExitCode.Problems;
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync($"--name: {wrong.Message}");
            return ExitCode.Usage;
        }
    }
}
