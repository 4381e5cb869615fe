using System.CommandLine;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter queue</c> and <c>contactcenter announce</c>: what customers meet for a while.</summary>
internal static class QueueCommand
{
    public static Command Create() => new(
        "queue",
        $"""
        Closes or opens a queue, or the whole center, now and whatever its hours say, by the API of a deployment. Contact flows follow
        within ten seconds. It takes the role administrator.

        {ApiConnection.Exit}

        Examples:
          contactcenter queue close Billing --until 18:00 --reason "fire drill"
          contactcenter queue open --all --until 2h --reason "storm: we stay longer"
          contactcenter queue end queues-2 --reason "drill is over"
        """)
    {
        Deciding.List("list", "Lists queues that are closed or open over their hours.", "queues"),
        CreateSwitch("close", isOpen: false, "Closes a queue", "close Billing --until 18:00 --reason \"fire drill\""),
        CreateSwitch("open", isOpen: true, "Opens a queue", "open Billing --until 2h --reason \"storm: we stay longer\""),
        Deciding.Extend(
            """
            Lets a queue stay closed or open until another time.

            Example:
              contactcenter queue extend queues-2 --until 20:00 --reason "still burning"
            """),
        Deciding.End(
            "end",
            """
            Ends it before its time: the hours hold again.

            Example:
              contactcenter queue end queues-2 --reason "drill is over"
            """),
    };

    public static Command CreateAnnounce() => new(
        "announce",
        $"""
        Tells customers something before anything else, in each language, by the API of a deployment. Contact flows follow within ten
        seconds. It takes the role administrator.

        {ApiConnection.Exit}

        Examples:
          contactcenter announce say --text "en=We have an outage." --text "de=Es gibt eine Störung." --until 2h --reason "CRM down"
          contactcenter announce list
          contactcenter announce withdraw announcements-1 --reason "CRM is back"
        """)
    {
        Deciding.List("list", "Lists announcements that are not over.", "announcements"),
        CreateSay(),
        Deciding.Extend(
            """
            Says it until another time.

            Example:
              contactcenter announce extend announcements-1 --until 1h --reason "not yet"
            """),
        Deciding.End(
            "withdraw",
            """
            Withdraws an announcement before its time.

            Example:
              contactcenter announce withdraw announcements-1 --reason "CRM is back"
            """),
    };

    private static Command CreateSwitch(string name, bool isOpen, string summary, string example)
    {
        var queue = new Argument<string?>("queue") { Description = "Name of the queue in the file.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "The whole center, in place of a queue." };
        var command = Deciding.Make(
            name,
            $"""
            {summary}, or with --all the whole center, for a while, whatever the hours say.

            Example:
              contactcenter queue {example}
            """,
            [queue, all],
            parsed => new JsonObject { ["type"] = "queue", ["queue"] = parsed.GetValue(queue), ["isOpen"] = isOpen });
        command.Validators.Add(result =>
        {
            if (result.GetValue(queue) is null != result.GetValue(all))
            {
                result.AddError("Expected the name of a queue, or --all for the whole center.");
            }
        });
        return command;
    }

    private static Command CreateSay()
    {
        var queue = new Option<string?>("--queue") { Description = "Only to customers of this queue." };
        var texts = new Option<string[]>("--text")
        {
            Description = "The words of a language as LANGUAGE=WORDS; may be given several times.",
            HelpName = "LANGUAGE=WORDS",
            Required = true,
        };
        texts.Validators.Add(static option =>
        {
            foreach (var token in option.Tokens.Where(static token => token.Value.IndexOf('=', StringComparison.Ordinal) != 2))
            {
                option.AddError($"--text: expected a language and its words, such as \"en=We have an outage.\", found \"{token.Value}\".");
            }
        });
        return Deciding.Make(
            "say",
            """
            Tells customers something before anything else, for a while.

            Example:
              contactcenter announce say --text "en=We have an outage." --text "de=Es gibt eine Störung." --until 2h --reason "CRM down"
            """,
            [texts, queue],
            parsed =>
            {
                var words = new JsonObject();
                foreach (var text in parsed.GetValue(texts)!)
                {
                    words[text[..2]] = text[3..];
                }

                return new JsonObject { ["type"] = "announcement", ["queue"] = parsed.GetValue(queue), ["texts"] = words };
            });
    }
}
