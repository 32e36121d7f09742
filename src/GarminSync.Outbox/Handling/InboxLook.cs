namespace GarminSync.Outbox;

/// <summary>When it is found out that a message is a copy of one that was handled. At the latest it is found out at the commit, and then nothing is stored.</summary>
internal enum InboxLook
{
    /// <summary>Before the handler, which runs without a transaction.</summary>
    Before,

    /// <summary>At the commit only: the handler may do its work a second time.</summary>
    AtCommit,

    /// <summary>Before the handler, which runs inside the transaction. Only for one that waits for nothing but the database.</summary>
    InTransaction,
}
