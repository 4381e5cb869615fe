using Amazon.ConnectCases;
using Amazon.ConnectCases.Model;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Contacts.Tickets;

/// <summary>
/// Cases of Amazon Connect. A case belongs to a profile of the customer, which the flow or the customer system must have told; each contact
/// stands in it as one, so that agents see the case with the contact.
/// </summary>
/// <param name="cases">The client.</param>
/// <param name="domain">Id of the domain.</param>
/// <param name="template">Id of the template.</param>
/// <param name="instance">ARN of the instance.</param>
internal sealed class CaseTickets(IAmazonConnectCases cases, string domain, string template, string instance) : ITicketSystem
{
    public async ValueTask<Ticket> OpenAsync(TicketContact contact, TicketText text, string key, CancellationToken cancellationToken)
    {
        var opened = await cases.CreateCaseAsync(
            new CreateCaseRequest
            {
                DomainId = domain,
                TemplateId = template,
                ClientToken = key,
                Fields =
                [
                    Field("title", text.Title),
                    Field("customer_id", contact.Profile ?? throw new TicketRefusedException(Sentences.TicketNoProfile)),
                ],
            },
            cancellationToken);
        await RelateAsync(opened.CaseId, contact, text, cancellationToken);
        return new Ticket(opened.CaseId, opened.CaseId, null, contact.Topic);
    }

    public async ValueTask JoinAsync(Ticket ticket, TicketContact contact, TicketText text, CancellationToken cancellationToken)
    {
        try
        {
            await RelateAsync(ticket.Handle, contact, text, cancellationToken);
        }
        catch (ResourceNotFoundException gone)
        {
            throw new TicketGoneException(gone.Message, gone);
        }
    }

    private async ValueTask RelateAsync(string id, TicketContact contact, TicketText text, CancellationToken cancellationToken)
    {
        _ = await cases.CreateRelatedItemAsync(
            new CreateRelatedItemRequest
            {
                DomainId = domain,
                CaseId = id,
                Type = RelatedItemType.Contact,
                Content = new RelatedItemInputContent { Contact = new Contact { ContactArn = $"{instance}/contact/{contact.Id}" } },
            },
            cancellationToken);
        _ = await cases.CreateRelatedItemAsync(
            new CreateRelatedItemRequest
            {
                DomainId = domain,
                CaseId = id,
                Type = RelatedItemType.Comment,
                Content = new RelatedItemInputContent
                {
                    Comment = new CommentContent { Body = text.Body, ContentType = CommentBodyTextType.TextPlain },
                },
            },
            cancellationToken);
    }

    private static FieldValue Field(string id, string value) => new() { Id = id, Value = new FieldValueUnion { StringValue = value } };
}
