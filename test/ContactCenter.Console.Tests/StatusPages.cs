using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Web.Tests;

/// <summary>A status page in two languages that tells of two services.</summary>
internal static class StatusPages
{
    public static ContactCenterConfiguration Added(ContactCenterConfiguration file) => file with
    {
        StatusPage = new StatusPageSettings
        {
            Region = "eu-west-1",
            Languages = ["en", "de"],
            Title = Names("Status", "Status"),
            Components =
            [
                new() { Id = "phone", Name = Names("Telephone", "Telefon"), Queues = ["Billing"] },
                new() { Id = "chat", Name = Names("Chat", "Chat") },
            ],
        },
    };

    private static Dictionary<string, string> Names(string english, string german) => new() { ["en"] = english, ["de"] = german };
}
