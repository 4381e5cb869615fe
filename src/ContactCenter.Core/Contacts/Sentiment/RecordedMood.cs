namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>What is known after a signal.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Queue">Its queue's mood, when the queue is known.</param>
/// <param name="HasQueueChanged">True when this signal gave the queue scores, those included that had waited on the contact.</param>
public sealed record RecordedMood(ContactMood Contact, QueueMood? Queue, bool HasQueueChanged);
