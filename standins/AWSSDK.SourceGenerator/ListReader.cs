using System.Text.RegularExpressions;

namespace Amazon.StandIns.SourceGenerator;

/// <summary>A line of a list, counted from zero, that says no fact.</summary>
internal sealed class ListException(int line, string message) : Exception(message)
{
    public int Line => line;
}

/// <summary>
/// Reads a list of operations. A line is a fact or an error: there is no place for a text. Lines that begin four spaces deep go on with
/// the line before, and lines that begin two spaces deep belong to the operation before.
/// </summary>
internal static class ListReader
{
    private static readonly Regex MemberLine = new(
        @"^(?<name>\w+)!?( (?!(path|query|header|payload|status|as)\b)(?<type>[\[\]{}/:\w-]+))?"
        + @"( (?<place>path|query|header|payload|status|as)( (?<wire>[\w.-]+))?)?$",
        RegexOptions.CultureInvariant);

    public static Service Read(string text)
    {
        var service = new Service([], [], [], [], []);
        string[] lines = text.Replace("\r\n", "\n").Split('\n');
        for (int i = 0; i < lines.Length;)
        {
            int number = i;
            string line = lines[i++];
            while (i < lines.Length && lines[i].StartsWith("    ", StringComparison.Ordinal))
            {
                line += " " + lines[i++].TrimStart();
            }

            try
            {
                if (line.Length > 0 && (number > 0 || line[0] != '#') && !ReadLine(service, line))
                {
                    throw new ListException(number, $"This line says no fact that is known here: {line}");
                }
            }
            catch (ArgumentException problem)
            {
                throw new ListException(number, $"{problem.Message}: {line}");
            }
        }

        string[] needed = ["client", "model", "service", "protocol", "host", "signing"];
        return needed.All(service.Facts.ContainsKey) ? service : throw new ListException(0, $"A list says {string.Join(", ", needed)}");
    }

    private static bool ReadLine(Service service, string line)
    {
        string[] words = line.TrimStart().Split([' '], 2);
        string rest = words.Length > 1 ? words[1] : "";
        string[] named = [.. rest.Split([':'], 2), ""];
        Operation? operation = line[0] == ' ' ? service.Operations.LastOrDefault() : null;
        switch (operation is null ? words[0] : "  " + words[0])
        {
            case "client" or "model" or "service" or "protocol" or "host" or "signing" or "target" or "region":
                service.Facts.Add(words[0], rest);
                return true;
            case "rename": // done by what wrote the list
            case "  errors": // which of the service's errors the operation has
                return true;
            case "operation":
                string[] address = [.. rest.Split(' '), "POST", "/"];
                service.Operations.Add(new Operation(address[0], address[1], address[2], [], [], []));
                return true;
            case "  overload":
                operation!.Overloads.Add([.. rest.Split([' '], StringSplitOptions.RemoveEmptyEntries)]);
                return true;
            case "  request":
                operation!.Request.AddRange(Members(rest));
                return true;
            case "  response":
                operation!.Response.AddRange(Members(rest));
                return true;
            case "shape" or "union":
                service.Shapes.Add(named[0], [.. Members(named[1])]);
                return true;
            case "enum":
                service.Enums.Add(named[0], Items(named[1]));
                return true;
            case "error":
                string[] names = named[0].Split([" code "], StringSplitOptions.None);
                service.Errors.Add(new Error(names[0], names.Last(), [.. Members(named[1])]));
                return true;
            default:
                return false;
        }
    }

    private static string[] Items(string text) => [.. text.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0)];

    private static IEnumerable<Member> Members(string text) => Items(text).Select(item =>
    {
        Match match = MemberLine.Match(item);
        string name = match.Success ? match.Groups["name"].Value : throw new ArgumentException($"'{item}' is no member");
        return new Member(
            char.ToUpperInvariant(name[0]) + name.Substring(1),
            new TypeName(match.Groups["type"].Success ? match.Groups["type"].Value : "string"),
            match.Groups["place"].Value is "" or "as" ? "body" : match.Groups["place"].Value,
            match.Groups["wire"].Success ? match.Groups["wire"].Value : name);
    });
}
