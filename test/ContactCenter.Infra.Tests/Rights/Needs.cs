using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.Rights;

/// <summary>
/// What each call of AWS asks of IAM, as <c>needs.txt</c> has it: instructions tell which operation is called, and not of which item.
/// </summary>
internal static class Needs
{
    private const string Here = "eu-central-1:123456789012";

    /// <summary>What resources are called in the file, by what their ARNs begin with in the deployments that are synthesised.</summary>
    private static readonly Dictionary<string, string> Resources = new(StringComparer.Ordinal)
    {
        ["alarm"] = $"arn:aws:cloudwatch:{Here}:alarm:cc-prod",
        ["alarm-topic"] = $"arn:aws:sns:{Here}:cc-prod-alarms",
        ["any-alarm"] = $"arn:aws:cloudwatch:{Here}:alarm:other",
        ["audience"] = $"arn:aws:sns:{Here}:cc-prod-audience-management",
        ["bot"] = $"arn:aws:lex:{Here}:bot-alias/bot.Bot.Id/bot.Alias.BotAliasId",
        ["call-flow"] = $"arn:aws:connect:{Here}:incidents.Callscall",
        ["cases"] = $"arn:aws:cases:{Here}:domain/domain-1",
        ["chat-flow"] = $"arn:aws:connect:{Here}:flows.Flowschat",
        ["configured-bot"] = $"arn:aws:lex:{Here}:bot-alias/ABCDEFGHIJ/TSTALIASID",
        ["contacts"] = $"arn:aws:dynamodb:{Here}:table/cc-prod-contacts",
        ["dialogue"] = $"arn:aws:lambda:{Here}:function:balance",
        ["due"] = $"arn:aws:dynamodb:{Here}:table/cc-prod-incidents/index/due",
        ["event-source"] = $"arn:aws:lambda:{Here}:event-source-mapping:1",
        ["function"] = $"arn:aws:lambda:{Here}:function:cc-prod-classify-contact",
        ["inbound-flow"] = $"arn:aws:connect:{Here}:flows.Flowsinbound",
        ["incidents"] = $"arn:aws:dynamodb:{Here}:table/cc-prod-incidents",
        ["instance"] = $"arn:aws:connect:{Here}:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        ["mark"] = $"arn:aws:secretsmanager:{Here}:secret:cc-prod-synthetic-mark-AbCdEf",
        ["models"] = "arn:aws:s3:::contacts.Models",
        ["reach-topic"] = $"arn:aws:sns:{Here}:cc-prod-reach",
        ["remediation-topic"] = $"arn:aws:sns:{Here}:cc-prod-remediation",
        ["reports"] = "arn:aws:s3:::incidents.Reports",
        ["scalable-target"] = $"arn:aws:application-autoscaling:{Here}:scalable-target/1",
        ["secret"] = $"arn:aws:secretsmanager:{Here}:secret:contact-center/slack-AbCdEf",
        ["standby-alarm"] = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:other",
        ["status"] = "arn:aws:s3:::cc-prod-status-123456789012-eu-west-1",
        ["synthetic-flow"] = $"arn:aws:connect:{Here}:synthetic.syntheticcall",
        ["tables"] = $"arn:aws:dynamodb:{Here}:table/customers",
        ["tasks-flow"] = $"arn:aws:connect:{Here}:flows.Flowstask",
        ["test-case"] = $"arn:aws:connect:{Here}:synthetic.chatdetestcase",
        ["traffic"] = $"arn:aws:connect:{Here}:traffic-distribution-group/44444444-5555-6666-7777-888888888888",
        ["trail"] = "arn:aws:s3:::audit.Records",
    };

    private static readonly string Path = Repository.File("test", "ContactCenter.Infra.Tests", "Rights", "needs.txt");

    /// <summary>The lines, by site, operation and where a line is of some functions only, these.</summary>
    private static readonly Dictionary<string, Need[]> Lines = File.ReadLines(Path)
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split(" = "))
        .ToDictionary(
            static line => line[0],
            static line => line[1].Split("; ").Where(static each => each != "-").Select(each => Read(each, line[0])).ToArray(),
            StringComparer.Ordinal);

    /// <summary>The calls that stand in the file.</summary>
    public static IEnumerable<string> Known => Lines.Keys.Select(static key => key.Split(" @")[0]);

    /// <summary>What a call of a function needs; null where the file does not have it.</summary>
    public static IReadOnlyList<Need>? Of(string function, AwsCall call) =>
        Lines.GetValueOrDefault($"{call} @{function}") ?? Lines.GetValueOrDefault($"{call}");

    private static Need Read(string text, string call)
    {
        var words = text.Split(' ').ToList();
        var action = call.Split(' ')[1];
        if (words[0].Contains(':', StringComparison.Ordinal))
        {
            action = words[0];
            words.RemoveAt(0);
        }

        var name = words[0].Split('/')[0];
        var context = words.Skip(1).Select(static each =>
            each.Contains('=', StringComparison.Ordinal) ? each.Split('=') : ["dynamodb:LeadingKeys", each]);
        return new Need(
            action,
            (Resources.GetValueOrDefault(name) ?? name) + words[0][name.Length..],
            context.ToDictionary(static each => each[0], static each => each[1]));
    }
}
