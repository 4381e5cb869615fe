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
        var name = new Option<string>("--name") { Description = Say.OptionTokenName, Required = true };
        var role = new Option<ApiRole>("--role") { Description = Say.OptionTokenRole, DefaultValueFactory = static _ => ApiRole.Viewer };
        var days = new Option<int>("--days")
        {
            Description = Say.OptionDays($"{SignedTokens.MaximumLifetime.TotalDays}"),
            DefaultValueFactory = static _ => 30,
        };
        days.Validators.Add(result =>
        {
            if (result.TryRead<int>(out var value) && (value < 1 || value > SignedTokens.MaximumLifetime.TotalDays))
            {
                result.AddError(Say.DaysWrong($"{SignedTokens.MaximumLifetime.TotalDays}"));
            }
        });
        var command = new Command(
            "token",
            Say.HelpToken)
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
            await Console.Error.WriteLineAsync(Say.StandardInputFails(wrong.Message));
            return ExitCode.Problems;
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync(Say.NameWrong(wrong.Message));
            return ExitCode.Usage;
        }
    }
}
