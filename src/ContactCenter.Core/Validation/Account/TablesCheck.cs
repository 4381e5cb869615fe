using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Tables and their indexes, and whether there is a capacity that could be changed.</summary>
internal static class TablesCheck
{
    private const string Check = "tables";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        foreach (var table in configuration.Tables)
        {
            if (!reading.Tables.TryGetValue(table.Name, out var found))
            {
                continue;
            }

            var what = $"table \"{table.Name}\"";
            if (found is null)
            {
                yield return new(
                    Check, what, "is not in the account and Region of the instance", "give the name of a table, or take it out");
                continue;
            }

            foreach (var index in table.Indexes.Except(found.Indexes, StringComparer.Ordinal))
            {
                yield return new(
                    Check, what, $"has no index \"{index}\"", $"give the name of an index{Suggestion.For(index, found.Indexes)}");
            }

            foreach (var index in found.Indexes.Except(table.Indexes, StringComparer.Ordinal))
            {
                yield return new(
                    Check,
                    what,
                    $"has an index \"{index}\" that nobody watches",
                    "add it to indexes: a table's series leave its indexes out");
            }

            if (found.IsOnDemand && table.MayBeChanged())
            {
                yield return new(
                    Check,
                    what,
                    "is billed by request and has no capacity to change",
                    "take read and write out, or provision its capacity");
            }
        }
    }
}
