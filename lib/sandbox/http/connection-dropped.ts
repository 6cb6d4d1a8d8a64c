/**
 * The connection broke: nobody learns what became of the request. A TypeError, as fetch itself throws; the node server
 * makes a closed socket of it.
 */
export class ConnectionDropped extends TypeError {
  override readonly name = 'ConnectionDropped';

  constructor() {
    super('Failed to fetch');
  }
}
