using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

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

            var what = Sentences.WhatTable(table.Name);
            if (found is null)
            {
                yield return AccountFinding.Of(
                    Check, what, Sentences.FoundNotInAccount, Sentences.RightNameOfTable);
                continue;
            }

            foreach (var index in table.Indexes.Except(found.Indexes, StringComparer.Ordinal))
            {
                yield return AccountFinding.Of(
                    Check, what, it => Sentences.FoundNoIndex(it, index),
                    Suggestion.After(Sentences.RightNameOfIndex, index, found.Indexes));
            }

            foreach (var index in found.Indexes.Except(table.Indexes, StringComparer.Ordinal))
            {
                yield return AccountFinding.Of(
                    Check,
                    what,
                    it => Sentences.FoundUnwatchedIndex(it, index),
                    Sentences.RightAddIndex);
            }

            if (found.IsOnDemand && table.MayBeChanged())
            {
                yield return AccountFinding.Of(
                    Check,
                    what,
                    Sentences.FoundOnDemand,
                    Sentences.RightProvision);
            }
        }
    }
}
